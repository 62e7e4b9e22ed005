interface Sight {
  /** the list, as it is shown */
  order: readonly string[]
  ticked: readonly string[]
  open: string | null
  cursor: string | null
}

/** What an act is about: what is ticked, or else what is open, or else where one stands; never what is not on the screen. */
export function actedOn({ order, ticked, open, cursor }: Sight): string[] {
  if (ticked.length > 0) return [...ticked]
  if (open !== null) return [open]
  return cursor !== null && order.includes(cursor) ? [cursor] : []
}

/** The one thing that is so of all of them, such as their folder; undefined where it is unknown of one, or not the same. */
export function sameOfAll<T>(ids: readonly string[], of: (id: string) => T | undefined): T | undefined {
  const [first, ...others] = new Set(ids.map(of))
  return others.length === 0 ? first : undefined
}
