import type { DatabaseSync } from 'node:sqlite'

export interface Collection<T> {
  get(id: string): T | undefined
  all(): T[]
  /** false when the id is taken */
  insert(id: string, body: T): boolean
  put(id: string, body: T): void
  remove(id: string): boolean
  /** the same questions, answered as of `lagMs` ago: what an eventually consistent read may say */
  asOf(lagMs: number): Pick<Collection<T>, 'get' | 'all'>
}

// An eventually consistent read never lags more than this.
const HISTORY_MS = 60_000

export function collection<T>(db: DatabaseSync, kind: string): Collection<T> {
  const select = db.prepare('SELECT body FROM document WHERE kind = ? AND id = ?')
  const selectAll = db.prepare('SELECT id, body FROM document WHERE kind = ? ORDER BY id')
  const insertOne = db.prepare('INSERT OR IGNORE INTO document (kind, id, body) VALUES (?, ?, ?)')
  const upsert = db.prepare('INSERT OR REPLACE INTO document (kind, id, body) VALUES (?, ?, ?)')
  const drop = db.prepare('DELETE FROM document WHERE kind = ? AND id = ?')
  let past: { id: string; at: number; before: T | undefined }[] = []

  const get = (id: string): T | undefined => {
    const row = select.get(kind, id)
    return row ? (JSON.parse(String(row.body)) as T) : undefined
  }
  const entries = (): [string, T][] =>
    selectAll.all(kind).map((row) => [String(row.id), JSON.parse(String(row.body)) as T])
  const remember = (id: string) => {
    const now = Date.now()
    past = past.filter((change) => change.at > now - HISTORY_MS)
    past.push({ id, at: now, before: get(id) })
  }

  return {
    get,
    all: () => entries().map(([, body]) => body),
    insert(id, body) {
      if (get(id)) return false
      remember(id)
      return insertOne.run(kind, id, JSON.stringify(body)).changes === 1
    },
    put(id, body) {
      remember(id)
      upsert.run(kind, id, JSON.stringify(body))
    },
    remove(id) {
      remember(id)
      return drop.run(kind, id).changes === 1
    },
    asOf(lagMs) {
      const since = Date.now() - lagMs
      const undone = new Map<string, T | undefined>()
      if (lagMs > 0)
        for (const change of past)
          if (change.at > since && !undone.has(change.id)) undone.set(change.id, change.before)
      return {
        get: (id) => (undone.has(id) ? undone.get(id) : get(id)),
        all() {
          const merged = new Map<string, T | undefined>([...entries(), ...undone])
          return [...merged.keys()].sort().flatMap((id) => merged.get(id) ?? [])
        },
      }
    },
  }
}
