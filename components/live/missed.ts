// What changes within a moment of drawing is rare; drawing every page twice would not be.
const A_MOMENT_MS = 1_000

/**
 * Says, each time the stream comes up, whether something may have changed unheard since the page was drawn: always after
 * the first time, and the first time when joining took long. Times by performance.now().
 */
export function missedSince(drawn: number): (now: number) => boolean {
  let heard = drawn
  return (now) => {
    const missed = now - heard > A_MOMENT_MS
    heard = -Infinity
    return missed
  }
}

let isLoad = true

/** When the page that shows itself now was drawn: with the document, or just now by a step inside the app. */
export function drawnAt(): number {
  const [load] = isLoad ? performance.getEntriesByType('navigation') : []
  isLoad = false
  return (load as PerformanceNavigationTiming | undefined)?.responseStart ?? performance.now()
}
