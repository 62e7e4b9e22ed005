import type { Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { enqueue } from '@/lib/kernel/jobs'
import { allPlans } from '@/lib/tenants/plans'
import { limitFields, type MeteredName } from './fields'
import { TELL_USAGE } from './jobs'
import { crossed } from './level'
import { holdCounter } from './hold-counter'
import { limitsOf } from './limits-of'
import { meterOf } from './meter'
import { refusalOf, type Told } from './refusal'

interface Reservation extends Told {
  tenantId: string
  /** how many; 1 when left out */
  n?: number
  /** when it happens: for acts that take from several windows, which must not fall on both sides of midnight */
  at?: Date
}

/**
 * Holds room for what the transaction is about to make. The counter's row is taken first, so whoever comes at the same time
 * waits there; only then is it read what holds, so that an edit, a move or a suspension that came meanwhile is obeyed by
 * those who waited as well. One guarded statement takes, or nothing. For windows it counts; what stands is counted by the
 * triggers of its table when the row comes, under the lock that this took. Rolled back, nothing was used. Answers the
 * time that it was counted at: what is written down of the act belongs to that day.
 * @throws AppError tenant_suspended | limit_reached (what stands) | quota_spent (a window; says when it is over)
 */
export async function reserve(tx: Tx, name: MeteredName, reservation: Reservation): Promise<Date> {
  const { tenantId, n = 1, at, ...told } = reservation
  const counter = await holdCounter(tx, tenantId, name, at)
  const { now } = counter
  const { plan, policy, limits, suspended } = await limitsOf(tx, tenantId)
  if (suspended) throw new AppError('tenant_suspended')
  const limit = limits[name]
  if (!(await take(tx, name, counter.id, n, limit))) {
    const held = { plans: allPlans(), plan, policy, now, used: counter.used }
    throw refusalOf(meterOf(name, held), plan, now, told)
  }
  if (crossed(counter.used, counter.used + n, limit)) await enqueue(tx, TELL_USAGE, { tenantId, name })
  return now
}

/** Whether there was room for the `n`, which are taken then. A statement of its own: it sees what was committed meanwhile. */
async function take(
  tx: Tx,
  name: MeteredName,
  id: string,
  n: number,
  limit: number | null,
): Promise<boolean> {
  const counted = limitFields[name].window === 'always' ? 0 : n
  const taken = await tx.$executeRaw`
    update "Usage" set used = used + ${counted}
     where id = ${id}::uuid and (${limit}::float8 is null or used + ${n} <= ${limit}::float8)`
  return taken === 1
}
