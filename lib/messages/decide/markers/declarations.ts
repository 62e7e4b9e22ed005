import { sizesOf } from './lengths'
import { isRead, isValid } from './properties'

/** Declarations by property, lower case. */
export type Style = Record<string, string>

export interface Declaration {
  property: string
  value: string
  important: boolean
}

// Characters; what is longer cannot be told.
const MOST_VALUE = 400

/** What of a list of declarations decides whether text is seen, without what no browser takes: that leaves what stood before. */
export const declarationsOf = (css: string): Declaration[] =>
  split(css).flatMap((written) => {
    const colon = written.indexOf(':')
    const property = physical(written.slice(0, Math.max(0, colon)).trim().toLowerCase())
    if (!isRead(property)) return []
    const all = written
      .slice(colon + 1)
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase()
    const told = all.replace(/ ?! ?important$/, '')
    const value = told.length > MOST_VALUE ? 'too-long()' : told
    if (!isValid(property, value)) return []
    return longhands(property, value).map((one) => ({ ...one, important: told !== all }))
  })

/** Without comments, words in quotes and addresses, and with what is escaped (CSS Syntax 3, 4.3.7) as it is meant. */
export const plain = (css: string): string =>
  css
    .replace(/\/\*[^]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?|url\([^)"']*/gi, (found) =>
      found.startsWith('/*') ? '' : /^url/i.test(found) ? 'url(' : '""',
    )
    .replace(/\\(?:([\da-f]{1,6})\s?|([^\n]))/gi, (_, hex?: string, other?: string) => {
      const meant = hex ? String.fromCharCode(parseInt(hex, 16)) : other!
      return /[\w-]/.test(meant) ? meant : '_'
    })

/** At each semicolon but those within brackets. */
function split(css: string): string[] {
  const parts = ['']
  let depth = 0
  for (const piece of css.split(/([;()[\]{}])/)) {
    if (/^[([{]$/.test(piece)) depth++
    if (/^[)\]}]$/.test(piece)) depth = Math.max(0, depth - 1)
    if (piece === ';' && depth === 0) parts.push('')
    else parts[parts.length - 1] += piece
  }
  return parts
}

/** Sides of the text (CSS Logical 1) as sides of the page, for what is written from left to right. */
const physical = (property: string): string =>
  property
    .replace('inline-start', 'left')
    .replace('inline-end', 'right')
    .replace('block-start', 'top')
    .replace('block-end', 'bottom')
    .replace('inline-size', 'width')
    .replace('block-size', 'height')
    .replace(/^inset-(?=left|right|top|bottom)/, '')
    .replace(/^overflow-(?:inline|block)$/, 'overflow')

function longhands(property: string, value: string): { property: string; value: string }[] {
  if (property === 'background')
    return ['background-color', 'background-image'].map((one) => ({ property: one, value }))
  if (property !== 'font') return [{ property, value }]
  const sizes = sizesOf(value)
  // Without the name of a font it is not taken at all.
  if (!sizes || (!value.includes('(') && value.endsWith(sizes.line ?? sizes.size))) return []
  return [
    { property: 'font-size', value: sizes.size },
    { property: 'line-height', value: sizes.line ?? 'normal' },
  ]
}
