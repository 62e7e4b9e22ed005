import { log } from './log'

type Work = () => Promise<void>
const holder = globalThis as typeof globalThis & { letterheadEnds?: Map<string, Work> }
const ends = (): Map<string, Work> => (holder.letterheadEnds ??= new Map<string, Work>())

/** Remembers what a process does before it ends, such as writing down what it kept in memory. Once a name. */
export function atEnd(name: string, work: Work): void {
  ends().set(name, work)
}

// Whoever ends us waits a few seconds and then kills.
const PATIENCE = 2_000

/** Does all of it, as far as the time allows. Never throws. */
export async function settleEnds(): Promise<void> {
  const works = [...ends()].map(([name, work]) =>
    work().catch((error: unknown) => log().warn({ err: error }, `the end of ${name} failed`)),
  )
  await Promise.race([Promise.all(works), new Promise((done) => setTimeout(done, PATIENCE).unref())])
}
