import { openStream, type Change, type StreamEvents } from './stream'

type Note =
  | { kind: 'change'; change: Change }
  | { kind: 'up' | 'stands'; up: boolean }
  | { kind: 'refused' | 'bye' | 'hello' }

/**
 * One stream for all visible tabs of a browser: the tab that holds the lock opens it and tells the others.
 * A tab that leaves, or dies, frees the lock and the next one opens a stream of its own.
 */
export function joinStream(slug: string, on: StreamEvents): () => void {
  // Web Locks need a secure context; without them each tab has its own stream.
  if (!('locks' in navigator)) return openStream(slug, on)

  const name = `letterhead-live:${slug}`
  const channel = new BroadcastChannel(name)
  const leaving = new AbortController()
  let leading = false
  let up = false
  let heard = false

  const hear = (note: Note) => {
    if (note.kind === 'change') on.change(note.change)
    else if (note.kind === 'refused') on.refused()
    else if (note.kind === 'bye') on.bye()
    else if (note.kind === 'up' || note.kind === 'stands') {
      // The answer to a hello is for who has just come: to the others nothing happened.
      if (note.kind === 'up' || !heard) on.up(note.up)
      heard = true
    } else if (leading) channel.postMessage({ kind: 'stands', up })
  }
  const tell = (note: Note) => {
    hear(note)
    channel.postMessage(note)
  }
  const lead = () =>
    new Promise<void>((release) => {
      // The lock may be granted in the moment of leaving.
      if (leaving.signal.aborted) return release()
      leading = true
      const close = openStream(slug, {
        change: (change) => tell({ kind: 'change', change }),
        up: (now) => {
          up = now
          tell({ kind: 'up', up })
        },
        refused: () => tell({ kind: 'refused' }),
        bye: () => tell({ kind: 'bye' }),
      })
      leaving.signal.addEventListener('abort', () => {
        close()
        release()
      })
    })

  channel.onmessage = (event: MessageEvent<Note>) => hear(event.data)
  channel.postMessage({ kind: 'hello' })
  navigator.locks.request(name, { signal: leaving.signal }, lead).catch((error: unknown) => {
    if (!leaving.signal.aborted) throw error
  })
  return () => {
    if (leading) channel.postMessage({ kind: 'up', up: false })
    leaving.abort()
    channel.close()
  }
}
