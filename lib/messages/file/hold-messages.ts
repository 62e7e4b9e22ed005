import { z } from 'zod'
import { recordAct, type Actor } from '@/lib/audit/record-act'
import type { TenantCaller } from '@/lib/kernel/caller'
import { Prisma, type Tx } from '@/lib/kernel/db/client'
import type { Folder } from '@/lib/inboxes/view'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import { announceAll } from '@/lib/kernel/live'
import { messageIdInput } from '../read/input'
import { reach } from '../read/message'

export const idsInput = z.array(messageIdInput).min(1).max(100).describe('ids of messages, at most 100')

/** What acts on several messages answers: how many of those that were named it changed. */
export const changedOutput = z.object({ changed: z.number().int() })

export interface HeldMessage {
  id: string
  inboxId: string
  folder: Folder
  rawId: string
  readAt: Date | null
}

/**
 * Those of the named messages that are within the caller's reach, held to the end of the transaction, in one order
 * everywhere. Whatever else was named is passed over. @throws AppError not_found when none is there
 */
export async function holdMessages(
  tx: Tx,
  caller: TenantCaller,
  ids: readonly string[],
): Promise<HeldMessage[]> {
  const { tenantId, inboxId } = reach(caller)
  const rows = await tx.$queryRaw<HeldMessage[]>`
    select id, "inboxId", folder::text as folder, "rawId", "readAt" from "Message"
     where "tenantId" = ${tenantId}::uuid and id = any(${ids.filter(isUuid)}::uuid[])
       and ${inboxId ? Prisma.sql`"inboxId" = ${inboxId}::uuid` : Prisma.sql`true`}
     order by id for update`
  if (rows.length === 0) throw new AppError('not_found')
  return rows
}

export const idsOf = (rows: readonly HeldMessage[]): string[] => rows.map(({ id }) => id)

/** One act for each inbox that was touched, with how many messages of it: their subjects are a stranger's. */
export async function recordFiling(
  tx: Tx,
  caller: TenantCaller & Actor,
  action: string,
  rows: readonly HeldMessage[],
  what: object,
  record: typeof recordAct = recordAct,
): Promise<void> {
  const { tenantId } = caller
  const byInbox = Map.groupBy(rows, ({ inboxId }) => inboxId)
  const inboxes = await tx.inbox.findMany({
    where: { tenantId, id: { in: [...byInbox.keys()] } },
    select: { id: true, address: true },
  })
  for (const { id, address } of inboxes)
    await record(tx, caller, {
      ...{ tenantId, action, subject: { type: 'inbox', id, label: address } },
      after: { messages: byInbox.get(id)?.length ?? 0, ...what },
    })
}

export const announceFiling = ({ tenantId }: TenantCaller, rows: readonly HeldMessage[]): Promise<void> =>
  announceAll(
    [...new Set(rows.map(({ inboxId }) => inboxId))].map((id) => ({ tenantId, noun: 'messages', id })),
  )
