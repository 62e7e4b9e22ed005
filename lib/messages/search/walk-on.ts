import type { Position } from '@/lib/kernel/page'
import type { FoundPage } from './listed'

// Stretches that one page walks at most, and milliseconds after which it begins no other: a page takes 150 (decision 024).
const MOST_STRETCHES = 5
const MOST_TIME = 50

/**
 * Walks from one stretch into the next while nothing is found. A page may be empty all the same, and go on: then the next one
 * walks further.
 */
export async function walkOn(
  from: Position | undefined,
  walk: (older: Position | undefined) => Promise<FoundPage>,
  now: () => number = () => performance.now(),
): Promise<FoundPage> {
  const until = now() + MOST_TIME
  let page = await walk(from)
  for (let walked = 1; walked < MOST_STRETCHES; walked++) {
    if (page.ids.length > 0 || !page.next || now() >= until) break
    page = await walk(page.next)
  }
  return page
}
