import { after, DAY } from '@/lib/kernel/clock'

/** `2026-11-21`: as keys name the day on which an object was put. */
export const dayName = (at: Date): string => at.toISOString().slice(0, 10)

/** The last day of which everything is older than a day: what is younger may be about to get its row. */
export const lastOver = (now: Date): string => dayName(after(now, -2 * DAY))

/** From one day to another, both of them; none when it lies behind. */
export function daysTo(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = nextDay(day)) days.push(day)
  return days
}

export const nextDay = (day: string): string => dayName(after(new Date(`${day}T00:00:00Z`), DAY))
