import type { DatabaseSync } from 'node:sqlite'

/** A notification on its way. It stays until it was taken or given up. */
export interface Waiting {
  id: string
  /** milliseconds since the epoch */
  due: number
  since: number
  attempts: number
  /** the HTTP body */
  envelope: string
}

export interface Outbox {
  add(waiting: Waiting): void
  find(id: string): Waiting | undefined
  postpone(id: string, due: number): void
  remove(id: string): void
  all(): Waiting[]
  count(): number
}

export function outbox(db: DatabaseSync): Outbox {
  const insert = db.prepare('INSERT INTO outbox (id, due, since, attempts, envelope) VALUES (?, ?, ?, ?, ?)')
  const byId = db.prepare('SELECT * FROM outbox WHERE id = ?')
  const update = db.prepare('UPDATE outbox SET due = ?, attempts = attempts + 1 WHERE id = ?')
  const drop = db.prepare('DELETE FROM outbox WHERE id = ?')
  const every = db.prepare('SELECT * FROM outbox ORDER BY due')
  const total = db.prepare('SELECT count(*) AS n FROM outbox')
  return {
    add: ({ id, due, since, attempts, envelope }) => void insert.run(id, due, since, attempts, envelope),
    find(id) {
      const row = byId.get(id)
      return row && toWaiting(row)
    },
    postpone: (id, due) => void update.run(due, id),
    remove: (id) => void drop.run(id),
    all: () => every.all().map(toWaiting),
    count: () => Number(total.get()?.n ?? 0),
  }
}

const toWaiting = (row: Record<string, unknown>): Waiting => ({
  id: String(row.id),
  due: Number(row.due),
  since: Number(row.since),
  attempts: Number(row.attempts),
  envelope: String(row.envelope),
})
