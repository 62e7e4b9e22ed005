const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const many = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`

/** A span in its largest unit: "40 s", "3 min", "5 h", "2 days". */
export function span(milliseconds: number): string {
  const s = Math.max(0, Math.round(milliseconds / 1000))
  if (s < MINUTE) return `${s} s`
  if (s < HOUR) return `${Math.floor(s / MINUTE)} min`
  if (s < 2 * DAY) return `${Math.floor(s / HOUR)} h`
  return many(Math.round(s / DAY), 'day')
}

/** "just now", "3 min ago", "in 2 days". */
export function relative(at: number, now: number): string {
  if (at > now + 1000) return `in ${span(at - now)}`
  return now - at < 5000 ? 'just now' : `${span(now - at)} ago`
}

/** The exact time in the viewer's zone. */
export const exact = (at: number) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'long' }).format(at)
