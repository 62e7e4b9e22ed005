/** At most so many at one time, and `share` of them for one. The next is of whom the fewest are under way, by turns. */
export function lanes(most: number, share = most) {
  const underWay = new Map<string, number>()
  const waiting = new Map<string, (() => void)[]>()
  let free = most
  const countOf = (whose: string) => underWay.get(whose) ?? 0

  function count(whose: string, more: 1 | -1): void {
    free -= more
    const now = countOf(whose) + more
    if (now > 0) underWay.set(whose, now)
    else underWay.delete(whose)
  }

  function letIn(): void {
    if (free === 0) return
    const [next] = [...waiting.keys()]
      .filter((whose) => countOf(whose) < share)
      .sort((a, b) => countOf(a) - countOf(b))
    if (next === undefined) return
    const [first, ...others] = waiting.get(next)!
    waiting.delete(next)
    // Behind those who wait as well.
    if (others.length > 0) waiting.set(next, others)
    count(next, 1)
    first!()
  }

  return async <T>(work: () => Promise<T>, whose = ''): Promise<T> => {
    await new Promise<void>((enter) => {
      waiting.set(whose, [...(waiting.get(whose) ?? []), enter])
      letIn()
    })
    try {
      return await work()
    } finally {
      count(whose, -1)
      letIn()
    }
  }
}
