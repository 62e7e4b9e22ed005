import { draws, properties } from './allowed'

const MOST = 4_000
const MOST_VALUE = 200
// Functions that only count; with them gone, words, numbers, colours and quoted names of fonts are left. No escapes, no
// url(), no @, nothing that opens a block.
const COUNTING = /\b(?:rgba?|hsla?|calc|min|max|clamp)\([\w\s#%.,+*/-]*\)/gi
const PLAIN = /^[\w\s#%.,+/!*'"-]*$/

/** The declarations of a style attribute that draw and do nothing else. What hides its own hides all of it. */
export function cleanStyle(style: string): string {
  const declared = declarationsOf(style)
  if (isUnseen(declared)) return 'display:none'
  return declared
    .filter(({ name, value }) => properties.has(name) && (draws[name]?.test(value) ?? true))
    .map(({ name, value }) => `${name}:${value}`)
    .join(';')
}

export interface Declaration {
  /** in lower case */
  name: string
  value: string
}

/** What a style attribute says in words, numbers and colours; whether any of it is drawn is another question. */
export const declarationsOf = (style: string): Declaration[] =>
  style
    .slice(0, MOST)
    .replaceAll(/\/\*[^]*?(?:\*\/|$)/g, '')
    .split(';')
    .flatMap((declaration) => {
      const colon = declaration.indexOf(':')
      const name = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase()
      const value = declaration.slice(colon + 1).trim()
      return isFit(value) ? { name, value } : []
    })

const isFit = (value: string): boolean =>
  value !== '' &&
  value.length <= MOST_VALUE &&
  PLAIN.test(value.replaceAll(COUNTING, '0')) &&
  // A quote left open would swallow what comes after it.
  [`"`, `'`].every((quote) => value.split(quote).length % 2 === 1)

/** Nothing of it is to be seen: lines for a preview of the message are written so. */
function isUnseen(declared: Declaration[]): boolean {
  const says = (name: RegExp, value: RegExp) =>
    declared.some((one) => name.test(one.name) && value.test(one.value))
  const isClipped = says(/^overflow$/, /hidden|clip/i) && says(/^(?:max-)?(?:width|height)$/, NOUGHT)
  return isClipped || says(/^opacity$/, NOUGHT)
}

const NOUGHT = /^\+?0*(?:\.0*)?(?:[a-z]+|%)?(?:\s*!important)?$/i
