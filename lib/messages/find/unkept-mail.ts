import type { Prisma, Tx } from '@/lib/kernel/db/client'
import type { RefusalReason } from '../decide/types'
import { maskTold } from '../mask/of-message'
import { legible, maskText, secretsIn } from '../mask/secrets'
import { unknownReasons, type UnknownReason } from '../receive/note-unknown'
import type { Sought } from './sought'
import { envelopeOf, nothing, tenant, type Trace, type When } from './trace'
import type { MailTrace } from './view'

// Of these nobody was told: it was accepted.
const kinds: Partial<Record<string, MailTrace['kind']>> = {
  hold_full: 'dropped',
  ...{ stray_dropped: 'dropped', tag_dropped: 'dropped' },
  ...{ kept_as_stray: 'stray', tag_kept: 'stray' },
} satisfies Partial<Record<RefusalReason | UnknownReason, MailTrace['kind']>>

/**
 * What was turned away at the door, with what its sender was told, or not kept behind it, or kept for nobody. Its Message-ID,
 * sender and subject are known of what was read for somebody; of the rest, its envelope.
 */
export async function unkeptMail(
  tx: Tx,
  sought: Sought,
  { since, before }: When,
  take: number,
): Promise<Trace[]> {
  const rows = await tx.mailRefusal.findMany({
    where: { AND: [{ OR: matching(sought) }, from(sought)], at: { gte: since, lt: before } },
    include: { tenant },
    orderBy: { at: 'desc' },
    take,
  })
  return rows.map(({ fromAddress, ...row }) => ({
    tenantId: row.tenantId,
    trace: {
      ...nothing,
      kind: kinds[row.reason] ?? 'refused',
      ...{ at: row.at.toISOString(), tenant: row.tenant, recipient: row.recipient },
      ...{ from: fromAddress ?? row.envelopeFrom, subject: subjectOf(row.subject) },
      says: [
        ...(fromAddress === null ? [] : envelopeOf({ ...row, fromAddress }, sought)),
        ...[row.answer, ...toldOf(row.why)],
      ],
    },
  }))
}

/** With what may be a code hidden. */
const subjectOf = (subject: string | null) =>
  subject === null ? null : maskTold({ subject, snippet: '', fromName: '' }).subject

/** What decided so. Where it repeats a stranger's word, such as a file's name, what may be a code is hidden. */
const toldOf = (why: string | null): string[] =>
  why === null ? [] : [maskText(why, secretsIn([legible(why)]))]

const sentBy = (senders: string[]) => [{ envelopeFrom: { in: senders } }, { fromAddress: { in: senders } }]

const from = ({ from: senders }: Sought): Prisma.MailRefusalWhereInput =>
  senders ? { OR: sentBy(senders) } : {}

/** What nobody has is written down without its tag. */
function matching({ by, values, tagOf, inboxes }: Sought): Prisma.MailRefusalWhereInput[] {
  if (by === 'messageId') return [{ messageId: { in: values } }]
  if (by === 'sender') return sentBy(values)
  return [
    { recipient: { in: values } },
    ...(tagOf ? [{ recipient: tagOf.address, reason: { in: unknownReasons } }] : []),
    ...inboxes.map(({ id: inboxId, tenantId }) => ({ inboxId, tenantId })),
  ]
}
