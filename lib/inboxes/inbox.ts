import { boundInbox, type TenantCaller } from '@/lib/kernel/caller'
import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import { holdInboxes } from './open-in'

export const whole = {
  addresses: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  counts: true,
} satisfies Prisma.InboxInclude
export type InboxRow = Prisma.InboxGetPayload<{ include: typeof whole }>

/** What the caller may see: of its tenant, and for whoever is bound to one inbox, that one. */
export const inReach = (caller: TenantCaller): Prisma.InboxWhereInput => {
  const bound = boundInbox(caller)
  return { tenantId: caller.tenantId, ...(bound !== null && { id: bound }) }
}

/** The caller's inbox. A neighbour's id, like a made-up one, is `not_found`. */
export async function findInboxIn(tx: Tx, caller: TenantCaller, id: string): Promise<InboxRow> {
  const row = isUuid(id)
    ? await tx.inbox.findFirst({ where: { AND: [inReach(caller), { id }] }, include: whole })
    : null
  if (!row) throw new AppError('not_found')
  return row
}

/** The same for an act on it: whoever acts on the tenant's inboxes at the same time waits. */
export async function holdInboxIn(tx: Tx, caller: TenantCaller, id: string): Promise<InboxRow> {
  await holdInboxes(tx, caller.tenantId)
  return findInboxIn(tx, caller, id)
}

/** @throws AppError inbox_of_role | inbox_closed */
export function refuseFixed(row: Pick<InboxRow, 'kind' | 'closedAt'>): void {
  refuseRole(row)
  refuseClosed(row)
}

/** @throws AppError inbox_of_role */
export function refuseRole({ kind }: Pick<InboxRow, 'kind'>): void {
  if (kind === 'role') throw new AppError('inbox_of_role')
}

/** @throws AppError inbox_closed */
export function refuseClosed({ closedAt }: Pick<InboxRow, 'closedAt'>): void {
  if (closedAt) throw new AppError('inbox_closed')
}

/** The part after the @. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)
