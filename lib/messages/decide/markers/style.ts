import { Tokenizer } from 'htmlparser2'
import { declarationsOf, plain, type Declaration, type Style } from './declarations'

/** A declaration with what it weighs against others of its property: the heavier, then the later wins. */
type Weighed = Map<string, { value: string; weight: number }>

/** The rules of style sheets by selector, where that is one element, class or id. */
type Sheet = Map<string, Weighed>

// Importance, then what a selector names, then where it stands: no page has as many rules as the least of them.
const IMPORTANT = 1e9
const LEVEL = 1e7
// Declarations, each counted for each of its selectors; how a page with more of them looks cannot be told.
const MOST = 200_000
const levels = { any: 0, element: 1, class: 2, elementClass: 3, id: 4, elementId: 5, own: 6 }

/** What of its own style and of all sheets decides how an element looks (CSS Cascade 4, 6.1). */
export function styleOf(tag: string, attributes: Style, sheet: Sheet): Style {
  const all: Weighed = new Map()
  if (sheet.size > 0) {
    const names = ['*', tag]
    const classes = new Set(attributes['class']?.toLowerCase().match(/\S+/g) ?? [])
    for (const name of [...classes].map(nameOf)) names.push(`.${name}`, `${tag}.${name}`)
    const id = nameOf(attributes['id']?.trim().toLowerCase() ?? '')
    if (id) names.push(`#${id}`, `${tag}#${id}`)
    for (const name of names)
      for (const [property, one] of sheet.get(name) ?? []) put(all, property, one.value, one.weight)
  }
  if (attributes['style']) weigh(all, declarationsOf(plain(attributes['style'])), levels.own * LEVEL)
  return Object.fromEntries([...all].map(([property, { value }]) => [property, value]))
}

/** As `plain` leaves what is escaped. */
const nameOf = (written: string) => written.replace(/[^\w-]/g, '_')

function weigh(into: Weighed, declarations: Declaration[], weight: number): void {
  for (const { property, value, important } of declarations)
    put(into, property, value, weight + (important ? IMPORTANT : 0))
}

function put(into: Weighed, property: string, value: string, weight: number): void {
  if ((into.get(property)?.weight ?? 0) <= weight) into.set(property, { value, weight })
}

/**
 * What hides for one width of screen only (`@media`) is how mail is laid out for telephones, and left aside; so are selectors of
 * more than one part.
 */
export function parseSheet(written: string): Sheet {
  const css = plain(written.replace(/<!--|-->/g, ' '))
  const sheet: Sheet = new Map()
  let count = 0
  for (let at = 0, order = 0; ; order++) {
    const open = css.indexOf('{', at)
    if (open < 0) return sheet
    const before = css.slice(at, open).split(/[;}]/).at(-1)!.trim()
    const isBlock = before.startsWith('@')
    // Within a block for all screens stand rules as others.
    if (isBlock && isForAll(before)) {
      at = open + 1
      continue
    }
    const close = isBlock ? endOfBlock(css, open) : css.indexOf('}', open)
    const end = close < 0 ? css.length : close
    if (!isBlock) {
      const declarations = declarationsOf(css.slice(open + 1, end))
      count += declarations.length * before.split(',').length
      if (count > MOST) return new Map([['*', untold]])
      keep(sheet, before, declarations, order)
    }
    at = end
  }
}

const untold: Weighed = new Map([['display', { value: 'too-many()', weight: Infinity }]])

/** A condition that we cannot tell is taken to hold. */
const isForAll = (rule: string): boolean =>
  /^@(?:supports|layer|scope|container)\b/i.test(rule) ||
  (/^@media\b/i.test(rule) && isAnyScreen(rule.slice('@media'.length)))

/** Whether one of these holds on telephones as well as on what stands on a table. */
const isAnyScreen = (media: string): boolean =>
  media.split(',').some((query) =>
    query
      .trim()
      .split(/\s+and\s+/i)
      .every((part) =>
        /^(?:(?:only\s+)?(?:all|screen)|not\s+(?:print|speech)|\(\s*(?:color|min-(?:device-)?(?:width|height)\s*:\s*(?:[0-2]?\d{1,2}(?:\.\d+)?(?:px)?|[01]?\d(?:\.\d+)?r?em))\s*\))$/i.test(
          part.trim(),
        ),
      ),
  )

const SELECTOR = /^(?:(?:html|body|\*)[\s>]+)*([\w-]+|\*)?(?:([.#])([^\s.#:[\]>+~*,()]+))?$/

function keep(sheet: Sheet, selectors: string, declarations: Declaration[], order: number): void {
  if (declarations.length === 0) return
  for (const selector of selectors.split(',')) {
    const [, tag = '', sign, name] = SELECTOR.exec(selector.trim().toLowerCase()) ?? []
    const element = tag === '*' ? '' : tag
    const level = !sign
      ? element
        ? levels.element
        : levels.any
      : (sign === '.' ? levels.class : levels.id) + (element ? 1 : 0)
    const key = sign ? `${element}${sign}${nameOf(name!)}` : tag
    if (key === '') continue
    const rules = sheet.get(key) ?? (new Map() as Weighed)
    sheet.set(key, rules)
    weigh(rules, declarations, level * LEVEL + order)
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

/** All style sheets that are in force, wherever they stand: one at the end hides what stands before it. */
export function sheetsOf(html: string): string {
  const sheets: string[] = []
  let isSheet = false
  let attribute = ''
  let value = ''
  const begin = (from: number, to: number) => {
    isSheet = html.slice(from, to).toLowerCase() === 'style'
    if (isSheet) sheets.push('')
  }
  const ignore = () => undefined
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname: begin,
      onattribname(from, to) {
        attribute = html.slice(from, Math.min(to, from + 50)).toLowerCase()
        value = ''
      },
      onattribdata: (from, to) => void (value += html.slice(from, Math.min(to, from + 200))),
      onattribend() {
        if (!isSheet) return
        if (attribute === 'type') isSheet = /^(?:text\/css)?$/i.test(value)
        if (attribute === 'media') isSheet = value.trim() === '' || isAnyScreen(value)
      },
      ontext: (from, to) => void (isSheet && (sheets[sheets.length - 1] += html.slice(from, to))),
      onclosetag: () => void (isSheet = false),
      ...{ onopentagend: ignore, onselfclosingtag: ignore, onattribentity: ignore, ontextentity: ignore },
      ...{ oncdata: ignore, oncomment: ignore, ondeclaration: ignore, onend: ignore },
      onprocessinginstruction: ignore,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return sheets.join('\n')
}
