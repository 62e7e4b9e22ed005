type Listener = (noun: string, id: string) => void

/** How long what was read counts as fresh: what shows itself later than that is read again by itself. */
export const FRESH_MS = 60_000

const listeners = new Set<Listener>()
/** When something of a noun was told last, by performance.now(): as many entries as there are nouns. */
const lastTold = new Map<string, number>()

/** What the stream told this tab, for whoever keeps nothing in the query cache. Answers how to stop listening. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function tellChange(noun: string, id: string): void {
  lastTold.set(noun, performance.now())
  listeners.forEach((tell) => tell(noun, id))
}

/** Whether a page that shows itself now may have been read before something of the noun was told: nobody heard it then. */
export const toldLately = (noun: string): boolean =>
  [noun, '*'].some((told) => performance.now() - (lastTold.get(told) ?? -Infinity) < FRESH_MS)
