import type { Prisma, Tx } from '@/lib/kernel/db/client'
import type { RefusalReason } from '../decide/types'
import { unknownReasons, type UnknownReason } from '../receive/note-unknown'
import type { Sought } from './sought'
import { nothing, tenant, type Trace } from './trace'
import type { MailTrace } from './view'

// Of these nobody was told: the mail network had accepted it.
const kinds: Partial<Record<string, MailTrace['kind']>> = {
  hold_full: 'dropped',
  stray_dropped: 'dropped',
  kept_as_stray: 'stray',
} satisfies Partial<Record<RefusalReason | UnknownReason, MailTrace['kind']>>

/**
 * What was turned away at the door, with what its sender was told, or not kept behind it, or kept for nobody: no Message-ID
 * was written down of it.
 */
export async function unkeptMail(tx: Tx, sought: Sought, since: Date, take: number): Promise<Trace[]> {
  if (sought.by === 'messageId') return []
  const rows = await tx.mailRefusal.findMany({
    where: { OR: matching(sought), at: { gte: since } },
    include: { tenant },
    orderBy: { at: 'desc' },
    take,
  })
  return rows.map((row) => ({
    tenantId: row.tenantId,
    trace: {
      ...nothing,
      kind: kinds[row.reason] ?? 'refused',
      ...{ at: row.at.toISOString(), tenant: row.tenant },
      ...{ from: row.envelopeFrom, recipient: row.recipient, says: [row.answer] },
    },
  }))
}

/** What nobody has is written down without its tag. */
function matching({ by, values, tagOf, inboxes }: Sought): Prisma.MailRefusalWhereInput[] {
  if (by === 'sender') return [{ envelopeFrom: { in: values } }]
  return [
    { recipient: { in: values } },
    ...(tagOf ? [{ recipient: tagOf.address, reason: { in: unknownReasons } }] : []),
    ...inboxes.map(({ id: inboxId, tenantId }) => ({ inboxId, tenantId })),
  ]
}
