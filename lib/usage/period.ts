import type { MeteredWindow as Window } from './fields'

const lengths = { day: 10, hour: 13, rate: 16, always: 0 } as const

/** The name of the window that a time falls into, in UTC: `2026-11-21`, `2026-11-21T15`, `2026-11-21T15:04`, or `always`. */
export const periodOf = (window: Window, at: Date): string =>
  window === 'always' ? 'always' : at.toISOString().slice(0, lengths[window])

/** The same names as the database writes them, with `to_char` of a time in UTC. */
export const periodFormats = {
  day: 'YYYY-MM-DD',
  hour: 'YYYY-MM-DD"T"HH24',
  rate: 'YYYY-MM-DD"T"HH24:MI',
  always: '"always"',
} as const satisfies Record<Window, string>

/** When that window ends, for `Retry-After`; null for what has no window. */
export function endOf(window: Window, at: Date): Date | null {
  if (window === 'always') return null
  const end = new Date(at)
  if (window === 'day') end.setUTCHours(24, 0, 0, 0)
  else if (window === 'hour') end.setUTCMinutes(60, 0, 0)
  else end.setUTCSeconds(60, 0)
  return end
}
