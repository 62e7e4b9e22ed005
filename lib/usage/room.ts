import type { Tx } from '@/lib/kernel/db/client'
import { allPlans } from '@/lib/tenants/plans'
import type { MeteredName } from './fields'
import { limitsOf } from './limits-of'
import { meterOf } from './meter'
import { usedIn } from './read-usage'
import { refusalOf, type Told } from './refusal'
import { usageTime } from './usage-time'

/** Refuses what could not come about anyway, and holds nothing: whoever comes later reserves. @throws AppError limit_reached */
export async function refuseWhenFull(
  tx: Tx,
  name: MeteredName,
  { tenantId, ...told }: Told & { tenantId: string },
): Promise<void> {
  const { plan, policy, limits } = await limitsOf(tx, tenantId)
  const now = await usageTime(tx)
  const used = await usedIn(tx, tenantId, name, now)
  const limit = limits[name]
  if (limit === null || used < limit) return
  throw refusalOf(meterOf(name, { plans: allPlans(), plan, policy, used, now }), plan, now, told)
}
