import type { Tx } from '@/lib/kernel/db/client'
import { tagged, type WantedMail } from './wanted-mail'

export interface Sought extends WantedMail {
  /** all that came into these, whatever its recipient was */
  inboxes: { id: string; tenantId: string }[]
}

// An address can be opened and closed any number of times: the inboxes of late are who is asked about.
const MOST_INBOXES = 50

/**
 * Where to look, in a transaction of the platform. An address leads to its inbox, and so to what came with a tag, or by an
 * address that it had before; with a tag, it stands for the same tag at each of these.
 */
export async function soughtOf(tx: Tx, wanted: WantedMail): Promise<Sought> {
  if (wanted.by !== 'recipient') return { ...wanted, inboxes: [] }
  const inboxes = await inboxesAt(tx, wanted.values)
  if (inboxes.length > 0 || !wanted.tagOf) return { ...wanted, inboxes }
  const { address, tag } = wanted.tagOf
  const others = await tx.inboxAddress.findMany({
    where: { OR: await inboxesAt(tx, [address]).then(asPlaces), kind: { not: 'tag' } },
    select: { address: true },
  })
  const values = [...wanted.values, ...others.map((other) => tagged(other.address, tag))]
  return { ...wanted, values: [...new Set(values)], inboxes: [] }
}

const asPlaces = (inboxes: Sought['inboxes']) =>
  inboxes.map(({ id: inboxId, tenantId }) => ({ inboxId, tenantId }))

/** Those that are reached by an address, and those that were until they were closed. */
async function inboxesAt(tx: Tx, addresses: string[]): Promise<Sought['inboxes']> {
  const reached = await tx.inboxAddress.findMany({
    where: { address: { in: addresses } },
    select: { inboxId: true, tenantId: true },
    take: MOST_INBOXES,
  })
  const called = await tx.inbox.findMany({
    where: { address: { in: addresses } },
    select: { id: true, tenantId: true },
    orderBy: { createdAt: 'desc' },
    take: MOST_INBOXES,
  })
  const all = [...reached.map(({ inboxId: id, tenantId }) => ({ id, tenantId })), ...called]
  return [...new Map(all.map((inbox) => [inbox.id, inbox])).values()]
}
