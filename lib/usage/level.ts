/** How close to a limit. `near`: four fifths of it or more; `full`: all of it or, after it was tightened, above it. */
export const levels = ['ok', 'near', 'full'] as const
export type Level = (typeof levels)[number]

/** Null is no limit. Four fifths are counted in whole numbers, so that rounding cannot move the line. */
export function levelOf(used: number, limit: number | null): Level {
  if (limit === null) return 'ok'
  if (used >= limit) return 'full'
  return used >= Math.ceil((limit * 4) / 5) ? 'near' : 'ok'
}

/** Whether what was taken just now went over a line, for the first time as far as the count knows. */
export const crossed = (before: number, after: number, limit: number | null): boolean =>
  levels.indexOf(levelOf(after, limit)) > levels.indexOf(levelOf(before, limit))
