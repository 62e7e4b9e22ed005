import type { Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { limitFields, type LimitName } from './fields'
import { limitsOf } from './limits-of'
import { endOf, periodOf } from './period'

interface Reservation {
  tenantId: string
  /** how many; 1 when left out */
  n?: number
  /** the input's field that a refusal is told at */
  field?: string
}

/**
 * Holds room for what the transaction is about to make, in one guarded statement: whoever comes at the same time waits
 * here and then finds the number as it has become. For windows the statement counts; what stands is counted by the
 * triggers of its table when the row comes, under the lock that this took. Rolled back, nothing was used.
 * @throws AppError limit_reached (what stands) | quota_spent (a window; says when it is over)
 */
export async function reserve(
  tx: Tx,
  name: LimitName,
  { tenantId, n = 1, field }: Reservation,
): Promise<void> {
  const { limits } = await limitsOf(tx, tenantId)
  const limit = limits[name]
  const { window } = limitFields[name]
  const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`select usage_time() as now`
  const period = periodOf(window, now)
  const counted = window === 'always' ? 0 : n
  const [row] = await tx.$queryRaw<{ used: number }[]>`
    insert into "Usage" as u ("tenantId", kind, period, used)
      select ${tenantId}::uuid, ${name}, ${period}, ${counted} where ${limit}::float8 is null or ${n} <= ${limit}::float8
      on conflict ("tenantId", kind, period) do update set used = u.used + ${counted}
        where ${limit}::float8 is null or u.used + ${n} <= ${limit}::float8
      returning used::float8`
  if (row) return
  throw refusal(name, limit!, now, field)
}

function refusal(name: LimitName, limit: number, now: Date, field: string | undefined): AppError {
  const { unit, window, label } = limitFields[name]
  const end = endOf(window, now)
  const at = field ? { field } : {}
  if (!end)
    return new AppError('limit_reached', {
      ...at,
      say: `Your organisation may have ${limit.toLocaleString('en')} ${unit}, and has them.`,
    })
  const over = window === 'day' ? 'at midnight UTC' : `at ${end.toISOString().slice(11, 16)} UTC`
  return new AppError('quota_spent', {
    ...at,
    say: `${label}: your organisation has used all ${limit.toLocaleString('en')}.`,
    next: `It begins anew ${over}. A larger plan gives more.`,
    retryAfter: Math.max(1, Math.ceil((end.getTime() - now.getTime()) / 1000)),
  })
}
