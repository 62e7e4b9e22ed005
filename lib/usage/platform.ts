import { after, DAY, HOUR } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { asPlatform } from '@/lib/kernel/platform'
import { limitFields, meteredNames, type MeteredName, type MeteredWindow } from './fields'
import { periodOf } from './period'
import { usageTime } from './usage-time'

/** Adds calls to the minutes they came in, of many tenants in one statement: a process serves all of them. */
export async function addRequests(calls: { tenantId: string; period: string; n: number }[]): Promise<void> {
  const [ids, periods, ns] = [calls.map((c) => c.tenantId), calls.map((c) => c.period), calls.map((c) => c.n)]
  await asPlatform(
    // In one order everywhere: two processes that add crosswise would wait for each other.
    (tx) => tx.$executeRaw`
      insert into "Usage" as u ("tenantId", kind, period, used)
        select t.id, 'requestsPerMinute', c.period, c.n
          from unnest(${ids}::uuid[], ${periods}::text[], ${ns}::int[]) as c(id, period, n) join "Tenant" t on t.id = c.id
         order by t.id, c.period
        on conflict ("tenantId", kind, period) do update set used = u.used + excluded.used`,
  )
}

const MINUTES_KEPT = 5
// Hours that a worker which was away finds when it comes back; whatever is older goes with its eight days.
const HOURS_BACK = 24

/**
 * Of each tenant and hour that is over, keeps the five busiest minutes of requests: what a dry run asks is whether a limit
 * would have been passed, and then the busiest pass it first. Of all tenants, by the worker. Answers how many went.
 */
export async function thinRequests(): Promise<number> {
  let dropped = 0
  for (let ago = 1; ago <= HOURS_BACK; ago++) dropped += await asPlatform((tx) => thinHour(tx, ago))
  return dropped
}

async function thinHour(tx: Tx, ago: number): Promise<number> {
  const hour = periodOf('hour', after(await usageTime(tx), -ago * HOUR))
  return tx.$executeRaw`
    delete from "Usage" u using (
      select id, row_number() over (partition by "tenantId" order by used desc, period) as place from "Usage"
       where kind = 'requestsPerMinute' and period between ${`${hour}:00`} and ${`${hour}:59`}) m
     where u.id = m.id and m.place > ${MINUTES_KEPT}`
}

// Eight days serve a dry run over seven; of days a quarter is kept.
const KEPT: Record<MeteredWindow, number | null> = {
  always: null,
  rate: 8 * DAY,
  hour: 8 * DAY,
  day: 90 * DAY,
}
const AT_ONCE = 10_000

/** Drops what was counted in windows that nobody asks for any more: of all tenants, by the worker. Answers how many. */
export async function tidyUsage(): Promise<number> {
  let dropped = 0
  for (const kind of meteredNames) {
    const kept = KEPT[limitFields[kind].window]
    if (kept === null) continue
    for (;;) {
      const some = await asPlatform((tx) => dropSome(tx, kind, kept))
      dropped += some
      if (some < AT_ONCE) break
    }
  }
  return dropped
}

async function dropSome(tx: Tx, kind: MeteredName, kept: number): Promise<number> {
  // Periods of one kind have one shape, in which the earlier is the smaller text.
  const before = periodOf(limitFields[kind].window, after(await usageTime(tx), -kept))
  return tx.$executeRaw`
    delete from "Usage" where id in (
      select id from "Usage" where kind = ${kind} and period < ${before} limit ${AT_ONCE})`
}
