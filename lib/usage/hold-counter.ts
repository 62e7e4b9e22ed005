import type { Tx } from '@/lib/kernel/db/client'
import { limitFields, type MeteredName } from './fields'
import { periodFormats } from './period'

interface Counter {
  id: string
  used: number
  /** by the clock that windows are cut from, or the time that was given */
  now: Date
}

/**
 * Waits for the row of a window and holds it to the end of the transaction: nobody else counts there meanwhile. Makes the
 * row where there is none. Whatever is asked afterwards, in a statement of its own, sees what was committed up to then.
 */
export async function holdCounter(tx: Tx, tenantId: string, name: MeteredName, at?: Date): Promise<Counter> {
  const format = periodFormats[limitFields[name].window]
  const [row] = await tx.$queryRaw<[Counter]>`
    with clock as materialized (select coalesce(${at ?? null}::timestamptz, usage_time()) as now)
    insert into "Usage" as u ("tenantId", kind, period)
      select ${tenantId}::uuid, ${name}, to_char(now at time zone 'UTC', ${format}) from clock
      on conflict ("tenantId", kind, period) do update set used = u.used
      returning id, used::float8, (select now from clock) as now`
  return row
}
