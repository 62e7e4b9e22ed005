/** Declarations by property, lower case. */
export type Style = Record<string, string>

const MOST_RULES = 2_000
const MOST_CSS = 200_000
const shown = new Set([
  ...['display', 'visibility', 'opacity', 'font-size', 'font', 'color', 'background', 'background-color'],
  ...[
    'position',
    'left',
    'top',
    'right',
    'text-indent',
    'max-height',
    'height',
    'overflow',
    'mso-hide',
    'transform',
  ],
])

/** What of a style decides whether text is seen. */
export function parseStyle(text: string): Style {
  const style: Style = {}
  for (const declaration of text.slice(0, 5_000).split(';')) {
    const colon = declaration.indexOf(':')
    const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (shown.has(property))
      style[property] = declaration
        .slice(colon + 1)
        .replace('!important', '')
        .trim()
        .toLowerCase()
  }
  return style
}

/**
 * The rules of a style sheet by selector, where that is one element, class or id. What hides for one width of screen only
 * (`@media`) is how mail is laid out for telephones, and left aside; so are selectors of more than one part.
 */
export function parseSheet(written: string): Map<string, Style> {
  const css = written.slice(0, MOST_CSS)
  const rules = new Map<string, Style>()
  let at = 0
  while (rules.size < MOST_RULES) {
    const open = css.indexOf('{', at)
    if (open < 0) break
    const selectors = css.slice(at, open).trim()
    const isBlock = /^(?:<!--\s*)?@/.test(selectors)
    const close = isBlock ? endOfBlock(css, open) : css.indexOf('}', open)
    if (close < 0) break
    if (!isBlock) keep(rules, selectors, parseStyle(css.slice(open + 1, close)))
    at = close + 1
  }
  return rules
}

function keep(rules: Map<string, Style>, selectors: string, style: Style): void {
  if (Object.keys(style).length === 0) return
  for (const selector of selectors.slice(0, 2_000).split(',')) {
    const plain = selector.trim().toLowerCase()
    if (/^[\w-]*[.#]?[\w-]+$/.test(plain)) rules.set(plain, { ...rules.get(plain), ...style })
  }
}

function endOfBlock(css: string, open: number): number {
  let depth = 0
  for (let i = open; i < css.length; i++) {
    if (css[i] === '{') depth++
    if (css[i] === '}' && --depth === 0) return i
  }
  return -1
}
