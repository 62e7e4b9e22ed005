import { folders, type Folder } from '@/lib/inboxes/view'
import { askedTokens } from './tokens'

/** What somebody looks for, as words of messages (words-of.ts) and what is asked of their rows. */
export interface Search {
  /** all of them have to be there */
  words: string[]
  /** of each of these, not all may be there */
  without: string[][]
  /** where it was said to look; null where nothing was said */
  in: Folder | 'anywhere' | null
  /** midnight UTC of the day that it has to be before, and of the first day that counts */
  before: Date | null
  after: Date | null
  label: string | null
  /** what was typed and means nothing here */
  notUnderstood: string[]
}

const LONGEST = 200
const MOST_TERMS = 20
const TERM = /(?<not>-)?(?:(?<field>[a-z]+):)?(?:"(?<phrase>[^"]*)"?|(?<word>\S+))/giu

/**
 * Reads a line of search. Words all have to be there; "phrases" count as their words; `-` takes away; `from:` `to:`
 * `subject:` look in a field, `has:attachment`, `in:` a folder or anywhere, `label:`, `before:` and `after:` a day. It never
 * fails: what cannot be read is told, and left out.
 */
export function parseSearch(text: string): Search {
  const search: Search = {
    ...{ words: [], without: [], in: null, before: null, after: null, label: null, notUnderstood: [] },
  }
  for (const [at, match] of [...plain(text).matchAll(TERM)].entries()) {
    const { not, field, phrase, word } = match.groups ?? {}
    const [whole] = match
    const said = {
      isNot: not !== undefined,
      field: field?.toLowerCase() ?? null,
      value: phrase ?? word ?? '',
    }
    if (at >= MOST_TERMS || !understood(search, { ...said, whole })) search.notUnderstood.push(whole)
  }
  return search
}

/** As far as it is read. What stands on no key cuts words apart: the database keeps none of it. */
const plain = (text: string) =>
  text
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')

interface Term {
  isNot: boolean
  field: string | null
  value: string
  whole: string
}

function understood(search: Search, { isNot, field, value, whole }: Term): boolean {
  switch (field) {
    case 'from':
    case 'to':
    case 'subject':
      return take(
        search,
        isNot,
        tokens(value).map((token) => `${field}:${token}`),
      )
    case 'has':
      return /^(attachment|file)s?$/i.test(value) && take(search, isNot, ['file:yes'])
    case 'in':
      return !isNot && placed(search, value.toLowerCase())
    case 'label':
      if (isNot || !value) return false
      search.label = value
      return true
    case 'before':
    case 'after':
      return !isNot && dated(search, field, value)
    default:
      // A colon that belongs to no field of ours stands in many words, such as an address of the web.
      return take(search, isNot, tokens(field === null ? value : whole.replace(/^-/, '')))
  }
}

function take(search: Search, isNot: boolean, words: string[]): boolean {
  if (words.length === 0) return false
  if (isNot) search.without.push(words)
  else search.words.push(...words)
  return true
}

function placed(search: Search, place: string): boolean {
  const found = (['anywhere', ...folders] as const).find((one) => one === place)
  if (found) search.in = found
  return found !== undefined
}

/** A day as it is written in a search: of the calendar, and in four digits of a year. */
function dated(search: Search, field: 'before' | 'after', value: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null
  if (!day || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(value)) return false
  search[field] = day
  return true
}

const tokens = (text: string): string[] => [...new Set(askedTokens(text))]
