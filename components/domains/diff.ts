export interface Piece {
  text: string
  differs: boolean
}

/**
 * Marks the stretch of `text` that `other` does not share, between their common start and end. Where both have
 * something there it grows to whole words; where only one has, it stays exact: that is the piece too much.
 */
export function differing(text: string, other: string): Piece[] {
  let start = 0
  while (start < text.length && text[start] === other[start]) start++
  let end = 0
  const room = Math.min(text.length, other.length) - start
  while (end < room && text.at(-1 - end) === other.at(-1 - end)) end++
  if (start + end < text.length && start + end < other.length) {
    while (start > 0 && !isEdge(text[start - 1])) start--
    while (end > 0 && !isEdge(text.at(-end))) end--
  }
  return [
    { text: text.slice(0, start), differs: false },
    { text: text.slice(start, text.length - end), differs: true },
    { text: text.slice(text.length - end), differs: false },
  ].filter((piece) => piece.text !== '')
}

const isEdge = (character: string | undefined) => character === undefined || /[\s.:=;]/.test(character)
