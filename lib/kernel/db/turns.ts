import { AppError } from '../errors'

interface Line {
  underWay: number
  /** in the order they came */
  waiting: Set<() => void>
}

/**
 * At most `share` at a time of whatever is done for one; the next one waits, for `patience` ms at most, and holds nothing
 * meanwhile. @throws AppError unavailable
 */
export function turns(share: number, patience: number) {
  const lines = new Map<string, Line>()
  return async <T>(whose: string, work: () => Promise<T>): Promise<T> => {
    const line = lines.get(whose) ?? { underWay: 0, waiting: new Set() }
    lines.set(whose, line)
    if (line.underWay < share) line.underWay++
    else await takesOver(line, patience)
    try {
      return await work()
    } finally {
      const [next] = line.waiting
      if (next) next()
      else if (--line.underWay === 0) lines.delete(whose)
    }
  }
}

/** Until somebody who is done leaves their place to this one. */
const takesOver = (line: Line, patience: number): Promise<void> =>
  new Promise((enter, giveUp) => {
    const end = (settle: () => void) => {
      clearTimeout(timer)
      line.waiting.delete(next)
      settle()
    }
    const next = () => end(enter)
    const timer = setTimeout(() => end(() => giveUp(new AppError('unavailable'))), patience)
    line.waiting.add(next)
  })
