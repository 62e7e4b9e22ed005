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

/**
 * Holds the counters of what stands against what stands, and sets a wrong one right: triggers keep them, so one that is
 * wrong was changed by hand, or by a restore. Of all tenants, nightly, by the worker; each in the platform's trail, where
 * the health page finds it. Answers how many were wrong.
 */
export async function checkCounters(actor: Actor): Promise<number> {
  const trail = await platformTenantId()
  let corrected = 0
  for (const counter of await asPlatform(suspects)) {
    if (await asPlatform((tx) => correct(tx, actor, trail, counter))) corrected++
  }
  return corrected
}

/** What looks wrong while others go on counting. */
function suspects(tx: Tx): Promise<Counter[]> {
  const counts = standingNames.map(
    (name) =>
      Prisma.sql`select "tenantId", ${name} as kind, sum(n) as n from ${standsIn[name]} stands group by 1`,
  )
  return tx.$queryRaw<Counter[]>`
    select "tenantId", kind
      from (${Prisma.join(counts, ' union all ')}) stands
      full join (select "tenantId", kind, used from "Usage"
                  where period = 'always' and kind in (${Prisma.join(standingNames)})) counted using ("tenantId", kind)
     where coalesce(stands.n, 0) <> coalesce(counted.used, 0)`
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
