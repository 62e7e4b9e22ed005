import type { Tx } from '@/lib/kernel/db/client'
import type { MeteredName } from './fields'

/**
 * Waits for what stands of several tenants and holds it to the end of the transaction, in one order everywhere. Nobody has
 * to have a row: where nothing was counted, nothing is given back. As the platform role.
 */
export async function holdCounters(tx: Tx, tenantIds: readonly string[], name: MeteredName): Promise<void> {
  await tx.$queryRaw`
    select from "Usage" where "tenantId" = any(${[...new Set(tenantIds)]}::uuid[]) and kind = ${name} and period = 'always'
     order by "tenantId" for update`
}
