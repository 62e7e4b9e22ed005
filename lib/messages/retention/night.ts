import { DAY, HOUR, MINUTE, after } from '@/lib/kernel/clock'

// UTC. Also in the cron line of jobs.ts.
const RUNS_AT = HOUR + 40 * MINUTE

/** The start of a day of UTC: ages are counted to it, so that what a night deletes is known from the day before. */
export const dayOf = (now: Date): Date => new Date(Math.floor(now.getTime() / DAY) * DAY)

/** When retention runs next. */
export function nextRun(now: Date): Date {
  const today = after(dayOf(now), RUNS_AT)
  return now < today ? today : after(today, DAY)
}

/** A night by the name of its day: `2026-11-21`. */
export const nightName = (day: Date): string => day.toISOString().slice(0, 10)
