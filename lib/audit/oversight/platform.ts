import { asPlatform } from '@/lib/kernel/platform'
import { AppError } from '@/lib/kernel/errors'
import { filtered, type Filter } from '../filter'
import { walkChain } from '../sealing/walk-chain'
import { sealKey } from '../sealing/seal-key'
import { reasonsOf } from '../to-view'
import { olderThan, type Position } from '@/lib/kernel/page'

/** Events of all tenants, for admins; of one when its slug is named. */
export function findEvents(
  { tenant, ...filter }: Filter & { tenant?: string | undefined },
  older: object,
  take: number,
) {
  return asPlatform(async (tx) => {
    const one = tenant ? await tx.tenant.findUnique({ where: { slug: tenant }, select: { id: true } }) : null
    if (tenant && !one)
      throw new AppError('not_found', { say: 'No organisation has this slug.', field: 'tenant' })
    const rows = await tx.auditEvent.findMany({
      where: { AND: [one ? { tenantId: one.id } : {}, ...filtered(filter), older] },
      include: { tenant: { select: { slug: true, name: true, environment: true } } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take,
    })
    return { rows, reasons: await reasonsOf(tx, rows) }
  })
}

/** A page of tenants, whose trails are to be walked. */
export const tenantsOlder = (before: Position | undefined, take: number) =>
  asPlatform((tx) =>
    tx.tenant.findMany({
      where: olderThan('createdAt', before),
      select: { id: true, slug: true, name: true, environment: true, createdAt: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take,
    }),
  )

/** Walks a tenant's trail for admins, who belong to no tenant. */
export const walkTrail = (tenantId: string) => walkChain(asPlatform, sealKey(), tenantId)
