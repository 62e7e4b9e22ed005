export type Element = string | number | boolean | undefined | ElementTree | ElementTree[]
export interface ElementTree {
  [name: string]: Element | Element[]
}

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/'

export const document = (root: string, tree: ElementTree, namespace = true): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${namespace ? ` xmlns="${NAMESPACE}"` : ''}>${inner(tree)}</${root}>`

const inner = (tree: ElementTree): string =>
  Object.entries(tree)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => element(name, one)))
    .join('')

function element(name: string, value: Element | Element[]): string {
  if (value === undefined) return ''
  return `<${name}>${typeof value === 'object' ? inner(value as ElementTree) : escape(String(value))}</${name}>`
}

// XML 1.0 2.2: control characters can be written as references only.
const escape = (text: string) => text.replace(/[<>&"'\p{Cc}]/gu, (c) => `&#${c.codePointAt(0)};`)

/** The texts of all elements of a name, wherever they stand. */
export const textsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map((m) => unescape(m[1] ?? ''))

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescape = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, dec: string, name: string) =>
    name ? (NAMED[name] ?? whole) : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(dec)),
  )
