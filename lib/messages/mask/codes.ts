import { isRandom } from './links'
import { withoutPlain } from './plain-numbers'

// Spaces and marks of any kind that a legible text has: in ranges, as classes by property take milliseconds to compile.
const MARK = '[\\s!-/:-@\\[-`{-~\u00a1-\u00bf\u00d7\u00f7\u2010-\u205e\u2190-\u27bf\u3000-\u303f\u30fb]'
/** What stands between two letters of a code that is set apart, or in boxes of their own. */
export const GAP = `${MARK}{0,8}`

const DIGITS = new RegExp(`(?<![\\p{Nd}A-Za-z])\\p{Nd}(?:${GAP}\\p{Nd}){3,9}(?![\\p{Nd}A-Za-z])`, 'gu')
const MIXED =
  /(?<![A-Za-z\d])(?=[A-Za-z/|,·_-]{0,40}\d)(?=[\d/|,·_-]{0,40}[A-Za-z])[A-Za-z\d]{1,12}(?:[/|,·_-][A-Za-z\d]{1,12}){0,3}(?![A-Za-z\d])/gu
const SPACED = new RegExp(`(?<![A-Za-z\\d])[A-Z\\d](?:${MARK}{1,8}[A-Z\\d]){3,9}(?![A-Za-z\\d])`, 'gu')
// Letters alone are a code when they stand alone in their line, or right after what announces one. No line is indented further.
const LETTERS =
  /(?<=^[ \t]{0,80}|[:：=][ \t]{0,80}["'“„«(]?|\b(?:is|ist|lautet|est|es|to)[ \t]{1,80}["'“„«(]?)[A-Z]{4,10}(?=[ \t]{0,80}$|["'”“»).,;!]|\s)/gmu
const LONG = /(?<![A-Za-z\d_-])[A-Za-z\d_-]{16,}(?:\.[A-Za-z\d_-]{8,})*/gu

export interface FoundCode {
  start: number
  end: number
}

/** Asks whether a place lies near a word that speaks of codes. */
type Announced = (start: number, end: number) => boolean

/**
 * What looks like a one-time code: 4 to 10 digits, unless they are a date or the like, far from words that speak of codes;
 * letters with digits near such a word, or all in a jumble; and long random strings. `anywhere` takes all of them for codes: for
 * texts out of which what stood around was cut.
 */
export function* codesIn(text: string, isAnnounced: Announced, anywhere = false): Generator<FoundCode> {
  const numbers = anywhere ? text : withoutPlain(text, isAnnounced)
  for (const pattern of [DIGITS, MIXED, SPACED, LETTERS])
    for (const { 0: found, index } of (pattern === DIGITS ? numbers : text).matchAll(pattern)) {
      const end = index + found.length
      if (bare(found).length < 4) continue
      const isCode = pattern === DIGITS || (anywhere && pattern !== LETTERS) || isJumble(found)
      if (isCode || isAnnounced(index, end)) yield { start: index, end }
    }
  for (const { 0: found, index } of text.matchAll(LONG))
    if (isRandom(found)) yield { start: index, end: index + found.length }
}

/** Letters and digits by turns, as no name of a thing has them. */
const isJumble = (found: string): boolean =>
  /^[A-Z\d]{5,12}$/.test(found) && (found.match(/(?<=\d)[A-Z]|(?<=[A-Z])\d/g)?.length ?? 0) >= 2

/** A code without what stands between its letters. */
export const bare = (code: string): string => code.replace(/[^\p{L}\p{N}]/gu, '')
