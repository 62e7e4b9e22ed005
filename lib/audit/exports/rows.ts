import { z } from 'zod'
import { olderThan, type Position } from '@/lib/kernel/page'
import { actWords } from '../act-words'
import type { AuditRow } from '../event'

/** What is exported: rows as they come, so that a trail of any length needs little memory. */
export const rowsOutput = z.object({
  rows: z.custom<AsyncIterable<Record<string, unknown>>>(
    (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  ),
})

const PAGE = 500

/** All pages one after the other, newest first; `read` takes one short transaction each. */
export async function* rowByRow<R extends AuditRow>(
  read: (older: object, take: number) => Promise<R[]>,
  about: (row: R) => object,
): AsyncGenerator<Record<string, unknown>> {
  let last: Position | undefined
  do {
    const page = await read(olderThan('at', last), PAGE)
    for (const row of page) yield { ...about(row), ...toRow(row) }
    last = page.length === PAGE ? page.at(-1) : undefined
  } while (last)
}

/** Flat, for a table. What was so before and after stays in the house: it is on the event's own page. */
const toRow = (row: AuditRow) => ({
  at: row.at.toISOString(),
  text: actWords(row.action, row.actorLabel, row.subject),
  actor: row.actorLabel,
  actorKind: row.actorKind,
  actorId: row.actorId,
  action: row.action,
  result: row.result,
  subject: row.subject,
  subjectType: row.subjectType,
  subjectId: row.subjectId,
  door: row.door,
  credentialKind: row.credentialKind,
  credentialId: row.credentialId,
  address: row.address,
  requestId: row.requestId,
  id: row.id,
})
