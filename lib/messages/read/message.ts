import { boundInbox, type TenantCaller } from '@/lib/kernel/caller'
import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'

export const summarySelect = {
  ...{
    id: true,
    inboxId: true,
    threadId: true,
    folder: true,
    label: true,
    fromName: true,
    fromAddress: true,
  },
  ...{ subject: true, snippet: true, receivedAt: true, readAt: true, hasFiles: true, size: true },
  ...{ markers: true, verdicts: true },
} satisfies Prisma.MessageSelect
export type SummaryRow = Prisma.MessageGetPayload<{ select: typeof summarySelect }>

export const messageSelect = {
  ...summarySelect,
  ...{ rawId: true, envelopeFrom: true, recipient: true, sentAt: true, people: true, messageId: true },
  ...{ attachments: true, reasons: true, spamScore: true, waits: true },
  inbox: { select: { address: true } },
  raw: { select: { key: true, size: true } },
} satisfies Prisma.MessageSelect
export type MessageRow = Prisma.MessageGetPayload<{ select: typeof messageSelect }>

/** What of the tenant's messages the caller reaches: all, or those of the one inbox that they are held to. */
export function reach(caller: TenantCaller): { tenantId: string; inboxId?: string } {
  const bound = boundInbox(caller)
  return { tenantId: caller.tenantId, ...(bound !== null && { inboxId: bound }) }
}

/** One message of the caller's reach. A neighbour's id, like a made-up one, is `not_found`. */
export async function findMessage(tx: Tx, caller: TenantCaller, id: string): Promise<MessageRow> {
  const row = isUuid(id)
    ? await tx.message.findFirst({ where: { id, ...reach(caller) }, select: messageSelect })
    : null
  if (!row) throw new AppError('not_found')
  return row
}

/** The inbox that a list is asked of, or that its caller is held to; null for all. @throws AppError not_found */
export async function findInbox(
  tx: Tx,
  caller: TenantCaller,
  asked: string | undefined,
): Promise<{ id: string; address: string } | null> {
  const bound = boundInbox(caller)
  const id = asked ?? bound
  if (id === null) return null
  const row =
    isUuid(id) && (bound === null || id === bound)
      ? await tx.inbox.findFirst({
          where: { id, tenantId: caller.tenantId },
          select: { id: true, address: true },
        })
      : null
  if (!row) throw new AppError('not_found')
  return row
}
