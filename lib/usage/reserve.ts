import type { Tx } from '@/lib/kernel/db/client'
import { enqueue } from '@/lib/kernel/jobs'
import { allPlans } from '@/lib/tenants/plans'
import { limitFields, type LimitName } from './fields'
import { TELL_USAGE } from './jobs'
import { crossed } from './level'
import { limitsOf } from './limits-of'
import { meterOf } from './meter'
import { periodOf } from './period'
import { usedIn } from './read-usage'
import { refusalOf, type Told } from './refusal'
import { usageTime } from './usage-time'

interface Reservation extends Told {
  tenantId: string
  /** how many; 1 when left out */
  n?: number
  /** when it happens: for acts that take from several windows, which must not fall on both sides of midnight */
  at?: Date
}

/**
 * Holds room for what the transaction is about to make, in one guarded statement: whoever comes at the same time waits
 * here and then finds the number as it has become. For windows the statement counts; what stands is counted by the
 * triggers of its table when the row comes, under the lock that this took. Rolled back, nothing was used. Answers the
 * time that it was counted at: what is written down of the act belongs to that day.
 * @throws AppError limit_reached (what stands) | quota_spent (a window; says when it is over)
 */
export async function reserve(tx: Tx, name: LimitName, reservation: Reservation): Promise<Date> {
  const { tenantId, n = 1, at, ...told } = reservation
  const { plan, policy, limits } = await limitsOf(tx, tenantId)
  const now = at ?? (await usageTime(tx))
  const limit = limits[name]
  const used = await take(tx, { tenantId, name, period: periodOf(limitFields[name].window, now), n, limit })
  if (used === null) {
    const held = { plans: allPlans(), plan, policy, now, used: await usedIn(tx, tenantId, name, now) }
    throw refusalOf(meterOf(name, held), plan, now, told)
  }
  if (crossed(used - n, used, limit)) await enqueue(tx, TELL_USAGE, { tenantId, name })
  return now
}

interface Taking {
  tenantId: string
  name: LimitName
  period: string
  n: number
  limit: number | null
}

/** What is used with the `n` that were taken; null when there was no room for them. */
async function take(tx: Tx, { tenantId, name, period, n, limit }: Taking): Promise<number | null> {
  const counted = period === 'always' ? 0 : n
  const [row] = await tx.$queryRaw<{ used: number }[]>`
    insert into "Usage" as u ("tenantId", kind, period, used)
      select ${tenantId}::uuid, ${name}, ${period}, ${counted} where ${limit}::float8 is null or ${n} <= ${limit}::float8
      on conflict ("tenantId", kind, period) do update set used = u.used + ${counted}
        where ${limit}::float8 is null or u.used + ${n} <= ${limit}::float8
      returning used::float8`
  return row ? row.used - counted + n : null
}
