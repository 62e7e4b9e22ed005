import type { TenantCaller } from '../caller'
import { prisma, transactionLimits, type Tx } from './client'

/**
 * One transaction as the caller's tenant: row-level security lets it see and write that tenant's rows only.
 * The setting is local to the transaction, so a pooled connection carries nothing over.
 */
export function asTenant<T>(caller: TenantCaller, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('app.tenant_id', ${caller.tenantId}, true)`
    return work(tx)
  }, transactionLimits)
}
