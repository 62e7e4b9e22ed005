export interface Change {
  noun: string
  id: string
}
export interface StreamEvents {
  change: (change: Change) => void
  up: (up: boolean) => void
  /** it cannot be opened: perhaps there is no place here any more. Said once until it stands again */
  refused: () => void
  /** the session ended: nothing more will come */
  bye: () => void
}

const FIRST_WAIT = 1000
const LONGEST_WAIT = 30_000

/** One SSE connection that reopens itself, also after answers on which the browser gives up. Returns its end. */
export function openStream(slug: string, on: StreamEvents): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_WAIT
  let refused = false

  const close = () => {
    clearTimeout(timer)
    source.close()
  }
  const open = () => {
    source = new EventSource(`/api/live?tenant=${encodeURIComponent(slug)}`)
    source.onopen = () => {
      wait = FIRST_WAIT
      refused = false
      on.up(true)
    }
    source.onerror = () => {
      on.up(false)
      if (source.readyState !== EventSource.CLOSED) return
      if (!refused) on.refused()
      refused = true
      timer = setTimeout(open, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
    source.addEventListener('change', (event: MessageEvent<string>) =>
      on.change(JSON.parse(event.data) as Change),
    )
    source.addEventListener('bye', () => {
      close()
      on.bye()
    })
  }
  open()
  return close
}
