import { prisma } from './db/client'

/**
 * A place in the queue for a call of which the whole installation may make `perSecond`. One statement moves the
 * next free time, so processes cannot overlap. Answers the milliseconds to wait, or null when the queue is longer
 * than `patienceMs`: then nothing was taken.
 */
export async function takePlace(key: string, perSecond: number, patienceMs: number): Promise<number | null> {
  const step = 1 / perSecond
  const patience = patienceMs / 1000
  await prisma()
    .$executeRaw`insert into "CallBudget" (key, "nextAt") values (${key}, clock_timestamp()) on conflict do nothing`
  const rows = await prisma().$queryRaw<{ wait: number }[]>`
    update "CallBudget"
       set "nextAt" = greatest("nextAt", clock_timestamp()) + make_interval(secs => ${step}::float8)
     where key = ${key} and "nextAt" <= clock_timestamp() + make_interval(secs => ${patience}::float8)
    returning greatest(0, extract(epoch from ("nextAt" - clock_timestamp())) - ${step}::float8)::float8 as wait`
  return rows[0] ? Math.ceil(rows[0].wait * 1000) : null
}
