/** Declarations by property, lower case. */
export type Style = Record<string, string>

const MOST_RULES = 2_000
const MOST_CSS = 200_000
// Characters; a picture that came along as `data:` is longer, and looks like one by its beginning.
const MOST_VALUE = 400
const shown = new Set(
  (
    'display visibility opacity font-size font line-height color background background-color position left top right bottom ' +
    'margin margin-left margin-top margin-right margin-bottom text-indent width max-width height max-height overflow ' +
    'overflow-x overflow-y clip mso-hide transform'
  ).split(' '),
)

/** What of a style decides whether text is seen. */
export function parseStyle(text: string): Style {
  const style: Style = {}
  for (const declaration of plain(text).split(';')) {
    const colon = declaration.indexOf(':')
    const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (shown.has(property))
      style[property] = declaration
        .slice(colon + 1, colon + MOST_VALUE)
        .replace(/!\s*important/i, '')
        .trim()
        .toLowerCase()
  }
  return style
}

/** Without comments, and with what is escaped (CSS Syntax 3, 4.3.7) as it is meant. */
const plain = (css: string): string =>
  css
    .replace(/\/\*[^]*?(?:\*\/|$)/g, '')
    .replace(/\\([\da-f]{1,6})\s?/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

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
    // Within a block for all screens stand rules as others.
    const selectors = css
      .slice(at, open)
      .replace(/^[\s}]+/, '')
      .trim()
    if (/^(?:<!--\s*)?@media\s+(?:only\s+)?(?:all|screen)$/i.test(selectors)) {
      at = open + 1
      continue
    }
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

/** All style sheets, wherever they stand: one at the end hides what stands before it. */
export function sheetsOf(html: string): string {
  const lower = html.toLowerCase()
  const sheets = []
  let at = 0
  for (;;) {
    const from = lower.indexOf('<style', at)
    const body = from < 0 ? -1 : lower.indexOf('>', from) + 1
    if (body <= 0) break
    const to = lower.indexOf('</style', body)
    sheets.push(html.slice(body, to < 0 ? undefined : to))
    if (to < 0) break
    at = to
  }
  return sheets.join('\n')
}
