import { createHmac } from 'node:crypto'
import type { AuditRow } from '../event'

/** Every column, in this order: what a seal vouches for. Another one needs a new version. */
export const sealedColumns = [
  ...['id', 'tenantId', 'tx', 'at', 'actorKind', 'actorId', 'actorLabel', 'door', 'credentialKind'],
  ...['credentialId', 'address', 'action', 'subjectType', 'subjectId', 'subject', 'result', 'change'],
  'requestId',
] as (keyof AuditRow)[]
const VERSION = 'letterhead audit 1'

/** What a seal says of itself; `previous` is the hash of the one before, empty for the first. */
export interface Link {
  previous: string
  tenantId: string
  seq: number
  /** transactions [fromTx, toTx) */
  fromTx: bigint
  toTx: bigint
  count: number
  createdAt: Date
}

/**
 * The keyed hash of one link, fed event by event. Each part is a line of JSON, which has no line break inside, so no
 * two different inputs read the same.
 */
export function openLink(key: Buffer, link: Link) {
  const mac = createHmac('sha256', key)
  const { previous, tenantId, seq, fromTx, toTx, count, createdAt } = link
  mac.update(line([VERSION, previous, tenantId, seq, fromTx, toTx, count, createdAt]))
  return {
    add: (event: AuditRow) => void mac.update(line(sealedColumns.map((column) => event[column]))),
    close: () => mac.digest('hex'),
  }
}

const line = (values: unknown[]): string => `${JSON.stringify(values.map(plain))}\n`

const plain = (value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Date) return value.toISOString()
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
}
