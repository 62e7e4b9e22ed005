type Listener = (noun: string, id: string) => void

const listeners = new Set<Listener>()

/** What the stream told this tab, for whoever keeps nothing in the query cache. Answers how to stop listening. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const tellChange = (noun: string, id: string) => listeners.forEach((tell) => tell(noun, id))
