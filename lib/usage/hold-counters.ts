import type { Tx } from '@/lib/kernel/db/client'
import type { MeteredName } from './fields'

/**
 * Holds what stands of several tenants to the end of the transaction, and waits for nobody: whoever waits for one keeps all
 * others from theirs meanwhile. Answers those of whom nobody else holds it. They need not have a row: where nothing was
 * counted, nothing is given back. As the platform role.
 */
export async function holdCounters(
  tx: Tx,
  tenantIds: readonly string[],
  name: MeteredName,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with held as (
      select "tenantId" from "Usage" where "tenantId" = any(${tenantIds}::uuid[]) and kind = ${name} and period = 'always'
         for update skip locked)
    select t.id::text as id from unnest(${tenantIds}::uuid[]) t(id)
     where t.id in (select "tenantId" from held)
        or not exists (select from "Usage" u where u."tenantId" = t.id and u.kind = ${name} and u.period = 'always')`
  return rows.map(({ id }) => id)
}
