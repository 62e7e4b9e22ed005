export interface Measured {
  what: string
  perSecond: number
  /** milliseconds */
  p50: number
  p95: number
  p99: number
  count: number
  /** with those that warmed it up */
  all: number
}

/** Does `act` over and over on `lanes` lanes at once for `ms` milliseconds, after a tenth of that to warm up. */
export async function measure(
  what: string,
  lanes: number,
  ms: number,
  act: (lane: number) => Promise<void>,
): Promise<Measured> {
  const times: number[] = []
  let all = 0
  const begin = performance.now()
  const from = begin + ms / 10
  const end = from + ms
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let at = performance.now(); at < end;) {
        await act(lane)
        const done = performance.now()
        all++
        if (at >= from) times.push(done - at)
        at = done
      }
    }),
  )
  return summary(what, times, performance.now() - from, all)
}

/** Does `act` so many times, one after the other, after a tenth of that to warm up. */
export async function measureCalls(
  what: string,
  calls: number,
  act: () => Promise<unknown>,
): Promise<Measured> {
  for (let n = 0; n < calls / 10; n++) await act()
  const times: number[] = []
  const from = performance.now()
  for (let n = 0; n < calls; n++) {
    const begin = performance.now()
    await act()
    times.push(performance.now() - begin)
  }
  return summary(what, times, performance.now() - from)
}

function summary(what: string, times: number[], took: number, all = times.length): Measured {
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return {
    what,
    count: times.length,
    all,
    perSecond: (times.length / took) * 1000,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  }
}

export function table(rows: Measured[]): string {
  const cell = (n: number) => n.toFixed(n < 10 ? 2 : 1).padStart(9)
  const width = Math.max(...rows.map((row) => row.what.length))
  const head = `${''.padEnd(width)} ${['per s', 'p50 ms', 'p95 ms', 'p99 ms', 'count'].map((h) => h.padStart(9)).join(' ')}`
  return [
    head,
    ...rows.map((r) =>
      [
        r.what.padEnd(width),
        cell(r.perSecond),
        cell(r.p50),
        cell(r.p95),
        cell(r.p99),
        String(r.count).padStart(9),
      ].join(' '),
    ),
  ].join('\n')
}
