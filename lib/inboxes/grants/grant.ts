import { boundInbox, type TenantCaller } from '@/lib/kernel/caller'
import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import { holdInboxes } from '../open-in'
import type { GrantView } from '../view'

const withInbox = {
  inbox: { select: { address: true, closedAt: true, suspendedAt: true } },
} satisfies Prisma.GrantInclude
export type GrantRow = Prisma.GrantGetPayload<{ include: typeof withInbox }>

/** What the caller may see: of its tenant, and for whoever is bound to one inbox, the grants on that one. */
export const inReach = (caller: TenantCaller): Prisma.GrantWhereInput => {
  const bound = boundInbox(caller)
  return { tenantId: caller.tenantId, ...(bound !== null && { inboxId: bound }) }
}

/** The caller's grant. A neighbour's id, like a made-up one, is `not_found`. */
export async function findGrantIn(tx: Tx, caller: TenantCaller, id: string): Promise<GrantRow> {
  const row = isUuid(id)
    ? await tx.grant.findFirst({ where: { AND: [inReach(caller), { id }] }, include: withInbox })
    : null
  if (!row) throw new AppError('not_found')
  return row
}

/** The same for an act on it: whoever acts on the tenant's inboxes and grants at the same time waits. */
export async function holdGrantIn(tx: Tx, caller: TenantCaller, id: string): Promise<GrantRow> {
  await holdInboxes(tx, caller.tenantId)
  return findGrantIn(tx, caller, id)
}

/** The same for what concerns no other grant: only whoever changes this one, or its inbox, waits. */
export async function holdGrantAlone(tx: Tx, caller: TenantCaller, id: string): Promise<GrantRow> {
  if (isUuid(id))
    await tx.$queryRaw`select from "Grant" where id = ${id}::uuid and "tenantId" = ${caller.tenantId}::uuid for update`
  return findGrantIn(tx, caller, id)
}

/** Grants as they may be shown, with how many tokens of each are valid, for all of them at once. */
export async function toViews(tx: Tx, rows: Omit<GrantRow, 'inbox'>[]): Promise<GrantView[]> {
  const tenantId = { in: rows.map((row) => row.tenantId) }
  const tenants = await tx.tenant.findMany({ where: { id: tenantId }, select: { incarnation: true } })
  const counted = await tx.grantToken.groupBy({
    by: ['grantId'],
    where: {
      tenantId,
      tenantIncarnation: { in: tenants.map(({ incarnation }) => incarnation) },
      grantId: { in: rows.map((row) => row.id) },
      expiresAt: { gt: await databaseTime(tx) },
    },
    _count: true,
  })
  const tokens = new Map(counted.map(({ grantId, _count }) => [grantId, _count]))
  return rows.map(({ id, inboxId, name, createdBy, createdAt, suspendedAt, revokedAt }) => ({
    ...{ id, inboxId, name, createdBy, tokens: tokens.get(id) ?? 0 },
    state: revokedAt ? 'revoked' : suspendedAt ? 'suspended' : 'live',
    createdAt: createdAt.toISOString(),
    suspendedAt: suspendedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  }))
}

export async function viewOf(tx: Tx, row: Omit<GrantRow, 'inbox'>): Promise<GrantView> {
  const [view] = await toViews(tx, [row])
  return view!
}
