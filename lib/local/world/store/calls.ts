import type { DatabaseSync } from 'node:sqlite'
import type { SesCall } from '../types'

const KEPT = 1000

export interface CallLog {
  add(call: SesCall): void
  /** oldest first */
  all(): SesCall[]
}

export function callLog(db: DatabaseSync): CallLog {
  const insert = db.prepare('INSERT INTO call (body) VALUES (?)')
  const trim = db.prepare('DELETE FROM call WHERE seq <= ?')
  const select = db.prepare('SELECT body FROM call ORDER BY seq DESC LIMIT ?')
  return {
    add(call) {
      const seq = Number(insert.run(JSON.stringify(call)).lastInsertRowid)
      if (seq % 100 === 0) trim.run(seq - KEPT)
    },
    all: () =>
      select
        .all(KEPT)
        .map((row) => JSON.parse(String(row.body)) as SesCall)
        .reverse(),
  }
}
