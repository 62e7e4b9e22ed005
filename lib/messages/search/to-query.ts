import type { Search } from '../words/parse-search'

/**
 * A search as text of a tsquery. Null when it asks for no word at all, or only for words that are not there: then there is
 * nothing to look up.
 */
export function toQuery({ words, without }: Pick<Search, 'words' | 'without'>): string | null {
  if (words.length === 0) return null
  const parts = words.map(quoted)
  for (const group of without) parts.push(`!(${group.map(quoted).join(' & ')})`)
  return parts.join(' & ')
}

/** What a message must not have, as a tsquery that is true of those which are left out; null where nothing is taken away. */
export const unwanted = ({ without }: Pick<Search, 'without'>): string | null =>
  without.length > 0 ? without.map((group) => `(${group.map(quoted).join(' & ')})`).join(' | ') : null

/** PostgreSQL 18, 8.11.2: within quotes only the quote and the backslash mean something. */
const quoted = (word: string) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
