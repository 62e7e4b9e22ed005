import { bare, codesIn, GAP } from './codes'
import { nearKeyWords } from './key-words'
import { secretLinksIn } from './links'

/** What is hidden of one message, wherever in it it stands again. */
export interface Secrets {
  /** each finds a code, however far apart its letters are set */
  codes: readonly RegExp[]
  /** finds whether any of them is there; null when there are none */
  anyCode: RegExp | null
}

export interface Span {
  start: number
  end: number
  words: string
}

// A message of nothing but numbers near the word code is hidden by each of its places; these are looked for in all others.
const MOST_CODES = 50
// Letters of a code to know it by: longer strings are found by how random they look.
const LONGEST_CODE = 64

// UAX 15, 13: no language sets more on one letter. Putting an endless run of them in order takes the square of its length.
const PILED = /(\p{M}{30})\p{M}+/gu
const UNSEEN = /[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u3164]/gu

/**
 * As hiding reads a text: letters that look like ordinary ones are those, and what cannot be seen is not there, so that
 * nothing slips through by how it is spelt.
 */
export const legible = (text: string): string =>
  text.replace(PILED, '$1').normalize('NFKC').replace(UNSEEN, '')

/**
 * How closely a text is looked at: `open`, where what stands around a number tells dates and prices; `anywhere`, where that was cut
 * off; or for what is `known` alone.
 */
export type Care = 'open' | 'anywhere' | 'known'

/** The codes of a message, out of all its texts, which are legible. */
export function secretsIn(texts: readonly string[], care: 'open' | 'anywhere' = 'open'): Secrets {
  const codes = new Set<string>()
  for (const text of texts)
    for (const { start, end } of codesIn(text, nearKeyWords(text), care === 'anywhere')) {
      codes.add(bare(text.slice(start, end)).slice(0, LONGEST_CODE))
      if (codes.size >= MOST_CODES) break
    }
  const sources = [...codes].map((code) => [...code].join(GAP))
  return {
    codes: sources.map((source) => new RegExp(source, 'giu')),
    anyCode: sources.length > 0 ? new RegExp(sources.join('|'), 'iu') : null,
  }
}

/** Places of a legible text that are to be hidden, in order and apart from each other, with the words to put there. */
export function hiddenIn(text: string, { codes, anyCode }: Secrets, care: Care = 'open'): Span[] {
  const spans: Span[] = []
  if (care !== 'known') {
    for (const { start, end, host } of secretLinksIn(text))
      spans.push({ start, end, words: host ? `[hidden: a link to ${host}]` : '[hidden: a link]' })
    for (const { start, end } of codesIn(text, nearKeyWords(text), care === 'anywhere'))
      spans.push({ start, end, words: CODE })
  }
  // They are letters and digits: none of them means anything else in a pattern.
  for (const code of anyCode?.test(text) ? codes : [])
    for (const { 0: found, index } of text.matchAll(code))
      spans.push({ start: index, end: index + found.length, words: CODE })
  return apart(spans)
}

const CODE = '[hidden: a one-time code]'

function apart(spans: Span[]): Span[] {
  const out: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else out.push({ ...span })
  }
  return out
}

/** A stranger's own words, which cannot pass for ours: `[hidden: ` is written by nobody but us. */
export const notOurs = (text: string): string => text.replaceAll('[hidden: ', '[ hidden: ')

/** Whether a text holds anything to be hidden. */
export const hides = (text: string, secrets: Secrets, care: Care = 'open'): boolean =>
  hiddenIn(legible(text), secrets, care).length > 0

/** A text with its secrets hidden; the very same where nothing is, but for what would pass for our own words. */
export function maskText(text: string, secrets: Secrets, care: Care = 'open'): string {
  const plain = legible(text)
  const hidden = hiddenIn(plain, secrets, care)
  if (hidden.length === 0) return notOurs(text)
  let out = ''
  let at = 0
  for (const { start, end, words } of hidden) {
    out += notOurs(plain.slice(at, start)) + words
    at = end
  }
  return out + notOurs(plain.slice(at))
}
