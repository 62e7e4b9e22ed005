import { oneAtATime } from '@/lib/accounts/one-at-a-time'
import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'

const whole = { workspace: true } satisfies Prisma.TenantInclude
export type TenantRow = Prisma.TenantGetPayload<{ include: typeof whole }>

/**
 * A customer's tenant, for an act on it itself: whoever acts on it at the same time waits, and then finds it as it has
 * become. Not by a lock of its row: what it owns goes on being written. The platform's own is never found.
 * @throws AppError not_found
 */
export async function holdTenant(tx: Tx, which: { slug: string } | { id: string }): Promise<TenantRow> {
  const { id } = await findTenant(tx, which)
  await oneAtATime(tx, `tenant ${id}`)
  return tx.tenant.findUniqueOrThrow({ where: { id }, include: whole })
}

/** The same for looking only: nobody waits for it, and it waits for nobody. @throws AppError not_found */
export async function findTenant(tx: Tx, which: { slug: string } | { id: string }): Promise<TenantRow> {
  const found = await tx.tenant.findUnique({ where: { ...which, kind: 'customer' }, include: whole })
  if (!found) throw new AppError('not_found')
  return found
}
