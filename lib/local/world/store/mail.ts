import type { DatabaseSync } from 'node:sqlite'
import type { MailSummary, Verdict } from '../types'

export type SentMail = Omit<MailSummary, 'verdict'>
export interface StoredMail extends SentMail {
  seq: number
  raw: Buffer
  verdict: Verdict | null
}

export interface Mailbag {
  add(mail: SentMail, raw: Buffer): void
  judge(id: string, verdict: Verdict): void
  /** newest first; `before` is the id of the last message of the page before */
  list(limit: number, before?: string): StoredMail[]
  find(id: string): StoredMail | undefined
  unjudged(): StoredMail[]
  /** recipients since a moment */
  recipientsSince(at: number): number
  clear(): void
}

export function mailbag(db: DatabaseSync): Mailbag {
  const insert = db.prepare('INSERT INTO mail (id, at, summary, raw) VALUES (?, ?, ?, ?)')
  const setVerdict = db.prepare('UPDATE mail SET verdict = ? WHERE id = ?')
  const page = db.prepare(
    `SELECT * FROM mail WHERE seq < coalesce((SELECT seq FROM mail WHERE id = ?), 9007199254740991)
     ORDER BY seq DESC LIMIT ?`,
  )
  const byId = db.prepare('SELECT * FROM mail WHERE id = ?')
  const pending = db.prepare('SELECT * FROM mail WHERE verdict IS NULL ORDER BY seq LIMIT 100')
  const count = db.prepare(
    `SELECT coalesce(sum(json_array_length(summary, '$.to')), 0) AS n FROM mail WHERE at > ?`,
  )
  return {
    add: (mail, raw) => void insert.run(mail.id, mail.at, JSON.stringify(mail), raw),
    judge: (id, verdict) => void setVerdict.run(JSON.stringify(verdict), id),
    list: (limit, before = '') => page.all(before, limit).map(toMail),
    find(id) {
      const row = byId.get(id)
      return row ? toMail(row) : undefined
    },
    unjudged: () => pending.all().map(toMail),
    recipientsSince: (at) => Number(count.get(at)?.n ?? 0),
    clear: () => db.exec('DELETE FROM mail'),
  }
}

function toMail(row: Record<string, unknown>): StoredMail {
  return {
    ...(JSON.parse(String(row.summary)) as SentMail),
    seq: Number(row.seq),
    raw: Buffer.from(row.raw as Uint8Array),
    verdict: row.verdict === null ? null : (JSON.parse(String(row.verdict)) as Verdict),
  }
}
