import type { TenantCaller } from '@/lib/kernel/caller'
import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'

export const withRecords = {
  ...{ records: true, stream: true },
  tenant: { select: { slug: true, environment: true, localPart: true } },
} satisfies Prisma.DomainInclude
export type DomainRow = Prisma.DomainGetPayload<{ include: typeof withRecords }>

/** The caller's domain. A neighbour's id, like a made-up one, is `not_found`. */
export async function findDomain(caller: TenantCaller, id: string): Promise<DomainRow> {
  return asTenant(caller, (tx) => findDomainIn(tx, caller, id))
}

export async function findDomainIn(tx: Tx, caller: TenantCaller, id: string): Promise<DomainRow> {
  const row = isUuid(id)
    ? await tx.domain.findFirst({ where: { id, tenantId: caller.tenantId }, include: withRecords })
    : null
  if (!row) throw new AppError('not_found')
  return row
}

/** The same for work that may outlive its row, such as a job: null when the domain is gone. */
export async function findDomainIfThere(caller: TenantCaller, id: string): Promise<DomainRow | null> {
  try {
    return await findDomain(caller, id)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}
