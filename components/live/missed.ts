// What changes within a moment of drawing is rare; drawing every page twice would not be.
const A_MOMENT_MS = 2_000

/**
 * Says, when the stream comes up, whether something may have changed unheard since the page was drawn: when joining took
 * long. Not when the stream broke and stands again: the server may be on its way down, and a page that is drawn anew while
 * it is away is lost. Times by performance.now().
 */
export function missedSince(drawn: number): (now: number) => boolean {
  let joined = false
  return (now) => {
    const missed = !joined && now - drawn > A_MOMENT_MS
    joined = true
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
