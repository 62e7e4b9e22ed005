import { setImmediate } from 'node:timers/promises'

const AT_ONCE = 1_000

/** Others have their turn while so many lines are gone through. */
export async function inTurns<A, B>(all: readonly A[], work: (one: A) => B): Promise<B[]> {
  const done: B[] = []
  for (const [at, one] of all.entries()) {
    if (at % AT_ONCE === 0) await setImmediate()
    done.push(work(one))
  }
  return done
}
