import { platformTenantId } from '@/lib/audit/platform'
import { recordAct, type Actor } from '@/lib/audit/record-act'
import { Prisma, type Tx } from '@/lib/kernel/db/client'
import { log } from '@/lib/kernel/log'
import { asPlatform } from '@/lib/kernel/platform'
import { holdCounter } from '../hold-counter'
import { standingNames, standsIn, type StandingName } from '../stands-in'

interface Counter {
  tenantId: string
  kind: StandingName
}

// A transaction sums what stands of so many, however many there are.
const TENANTS_AT_ONCE = 50

/**
 * Holds the counters of what stands against what stands, and sets a wrong one right: triggers keep them, so one that is
 * wrong was changed by hand, or by a restore. Of all tenants, some at a time, nightly, by the worker; each in the platform's
 * trail, where the health page finds it. Answers how many were wrong.
 */
export async function checkCounters(actor: Actor): Promise<number> {
  const trail = await platformTenantId()
  let corrected = 0
  for (let ids = await tenantsAfter(); ids.length > 0; ids = await tenantsAfter(ids.at(-1))) {
    for (const counter of await asPlatform((tx) => suspects(tx, ids))) {
      if (await asPlatform((tx) => correct(tx, actor, trail, counter))) corrected++
    }
  }
  return corrected
}

const tenantsAfter = (id?: string): Promise<string[]> =>
  asPlatform(async (tx) => {
    const where = id === undefined ? {} : { id: { gt: id } }
    const rows = await tx.tenant.findMany({
      ...{ where, orderBy: { id: 'asc' }, take: TENANTS_AT_ONCE, select: { id: true } },
    })
    return rows.map((row) => row.id)
  })

/** What looks wrong while others go on counting. Each tenant is summed by itself: so its own rows alone are read. */
function suspects(tx: Tx, ids: readonly string[]): Promise<Counter[]> {
  const wrong = standingNames.map(
    (name) => Prisma.sql`
      select t.id::text as "tenantId", ${name} as kind
        from unnest(${ids}::uuid[]) t(id)
        left join "Usage" u on u."tenantId" = t.id and u.kind = ${name} and u.period = 'always'
       cross join lateral (select sum(n) as n from ${standsIn[name]} stands where stands."tenantId" = t.id) s
       where coalesce(s.n, 0) <> coalesce(u.used, 0)`,
  )
  return tx.$queryRaw<Counter[]>(Prisma.join(wrong, ' union all '))
}

/** Under the counter's lock: whoever adds or removes meanwhile counts after this. */
async function correct(tx: Tx, actor: Actor, trail: string, { tenantId, kind }: Counter): Promise<boolean> {
  const { id, used } = await holdCounter(tx, tenantId, kind)
  const [row] = await tx.$queryRaw<[{ n: number }]>`
    select coalesce(sum(n), 0)::float8 as n from ${standsIn[kind]} stands where "tenantId" = ${tenantId}::uuid`
  if (row.n === used) return false
  await tx.usage.update({ where: { id }, data: { used: row.n } })
  const { name: label } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } })
  await recordAct(tx, actor, {
    ...{ tenantId: trail, action: 'usage.corrected', subject: { type: 'tenant', id: tenantId, label } },
    ...{ before: { [kind]: used }, after: { [kind]: row.n } },
  })
  log().warn({ tenantId, kind, counted: used, stands: row.n }, 'a counter of what stands was wrong')
  return true
}
