/**
 * How many of those before and after one to show beside it, of at most `most`: half of them each, and what one side does not
 * need is the other's.
 */
export function around(before: number, after: number, most: number): { before: number; after: number } {
  const shown = Math.min(before, Math.max(Math.floor(most / 2), most - after))
  return { before: shown, after: Math.min(after, most - shown) }
}
