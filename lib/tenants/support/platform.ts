import { oneAtATime } from '@/lib/accounts/one-at-a-time'
import { endAccesses } from '@/lib/accounts/staff/end-accesses'
import { recordAct } from '@/lib/audit/record-act'
import type { StaffCaller } from '@/lib/kernel/caller'
import { after, HOUR } from '@/lib/kernel/clock'
import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import { asPlatform } from '@/lib/kernel/platform'

// Staff belong to no tenant: an access is what lets them into one, so it is made and ended as the platform.

const withTenant = { tenant: { select: { slug: true, name: true } } } satisfies Prisma.SupportAccessInclude
export type AccessRow = Prisma.SupportAccessGetPayload<{ include: typeof withTenant }>

/**
 * An hour inside a tenant, from now on the database's clock; the one that is open already when it is for the same reason. For
 * another one that one ends: what is looked at stands in the tenant's trail under the reason of its access.
 */
export function openAccessTo(caller: StaffCaller, slug: string, reason: string): Promise<AccessRow> {
  const { userId } = caller
  return asPlatform(async (tx) => {
    // The platform's own organisation is no customer's: its trail is for admins, and no reason opens it.
    const tenant = await tx.tenant.findUnique({ where: { slug, kind: 'customer' }, select: { id: true } })
    if (!tenant) throw new AppError('not_found')
    const { id: tenantId } = tenant
    await oneAtATime(tx, `access ${userId} ${tenantId}`)
    const [open] = await openOf(tx, { userId, tenantId })
    if (open?.reason === reason) return open
    if (open) await endAccesses(tx, caller, { userId, id: open.id })
    const row = await tx.supportAccess.create({
      data: {
        ...{ tenantId, userId, userName: caller.name, reason },
        expiresAt: after(await databaseTime(tx), HOUR),
      },
      include: withTenant,
    })
    await recordAct(tx, caller, {
      tenantId,
      action: 'support.opened',
      subject: { type: 'access', id: row.id, label: reason },
      after: { reason, until: row.expiresAt },
    })
    return row
  })
}

/** One of one's own. Ended or run out already is as good as ended. */
export function endAccessOf(caller: StaffCaller, id: string): Promise<{ id: string; tenantId: string }> {
  const { userId } = caller
  return asPlatform(async (tx) => {
    const row = isUuid(id) ? await tx.supportAccess.findFirst({ where: { id, userId } }) : null
    if (!row) throw new AppError('not_found')
    await endAccesses(tx, caller, { userId, id })
    return row
  })
}

export const openAccessesOf = ({ userId }: StaffCaller): Promise<AccessRow[]> =>
  asPlatform((tx) => openOf(tx, { userId }))

const openOf = async (tx: Tx, whose: { userId: string; tenantId?: string }) =>
  tx.supportAccess.findMany({
    where: { ...whose, endedAt: null, expiresAt: { gt: await databaseTime(tx) } },
    include: withTenant,
    orderBy: { createdAt: 'desc' },
    take: 100,
  })
