import type { Tx } from '@/lib/kernel/db/client'
import type { AuditRow } from '../event'

// A page in memory at a time, however much one seal covers.
const PAGE = 1_000

export interface Range {
  tenantId: string
  fromTx: bigint
  toTx: bigint
}

export const within = ({ tenantId, fromTx, toTx }: Range) => ({ tenantId, tx: { gte: fromTx, lt: toTx } })

/** The events of transactions [fromTx, toTx), in the order of the chain. */
export async function* eventsIn(tx: Tx, range: Range): AsyncGenerator<AuditRow> {
  let last: AuditRow | undefined
  do {
    const after = last && { OR: [{ tx: { gt: last.tx } }, { tx: last.tx, id: { gt: last.id } }] }
    const page: AuditRow[] = await tx.auditEvent.findMany({
      where: { ...within(range), ...(after && { AND: [after] }) },
      orderBy: [{ tx: 'asc' }, { id: 'asc' }],
      take: PAGE,
    })
    yield* page
    last = page.length === PAGE ? page.at(-1) : undefined
  } while (last)
}
