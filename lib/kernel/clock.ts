/** Milliseconds, named: durations in this code base are numbers of milliseconds. */
export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms)

/** `ms` give or take `share` of it, so that many timers do not fall due together. */
export const jittered = (ms: number, share = 0.2, random: () => number = Math.random): number =>
  Math.round(ms * (1 - share + 2 * share * random()))
