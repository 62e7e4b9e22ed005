/** Messages that are ticked, and the one that was ticked last: a range begins there. */
export interface Selection {
  ids: ReadonlySet<string>
  anchor: string | null
}
export const nothing: Selection = { ids: new Set(), anchor: null }

// As many as one call may name (messages.mark, move, delete).
export const MOST_SELECTED = 100

/** Ticks one or takes its tick away; with `range` all from the anchor to it become what the anchor is. */
export function pick(
  { ids, anchor }: Selection,
  order: readonly string[],
  id: string,
  range: boolean,
): Selection {
  const from = anchor === null ? -1 : order.indexOf(anchor)
  const to = order.indexOf(id)
  const next = new Set(ids)
  if (!range || from === -1 || to === -1) {
    if (!next.delete(id)) next.add(id)
    return bounded(next, id)
  }
  const between = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  const ticked = ids.has(anchor!)
  for (const one of between)
    if (ticked) next.add(one)
    else next.delete(one)
  return bounded(next, id)
}

export const pickAll = (order: readonly string[]): Selection => bounded(new Set(order), null)

/** What “all” is, when there may be more than the list holds, or than one call may name. */
export const allWords = (count: number, more: boolean): string =>
  count > MOST_SELECTED ? `Select the first ${MOST_SELECTED}` : more ? `Select these ${count}` : 'Select all'

/** What of it is still in the list. */
export function present(selection: Selection, order: readonly string[]): Selection {
  const ids = new Set(order.filter((id) => selection.ids.has(id)))
  return ids.size === selection.ids.size ? selection : { ...selection, ids }
}

const bounded = (ids: Set<string>, anchor: string | null): Selection => ({
  ids: new Set([...ids].slice(0, MOST_SELECTED)),
  anchor,
})
