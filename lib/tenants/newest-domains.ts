import type { Tx } from '@/lib/kernel/db/client'

interface Named {
  name: string
  state: string
}

/** The newest domains of each tenant, so many at most: one may have a thousand, and the others are not read. */
export async function newestDomains(
  tx: Tx,
  tenantIds: string[],
  most: number,
): Promise<(id: string) => Named[]> {
  const rows = await tx.$queryRaw<(Named & { tenantId: string })[]>`
    select t.id as "tenantId", d.name, d.state
      from unnest(${tenantIds}::uuid[]) t (id)
     cross join lateral (select name, state::text, "createdAt", id from "Domain" where "tenantId" = t.id
                          order by "createdAt" desc, id desc limit ${most}) d
     order by d."createdAt" desc, d.id desc`
  return (id) => rows.filter(({ tenantId }) => tenantId === id).map(({ name, state }) => ({ name, state }))
}
