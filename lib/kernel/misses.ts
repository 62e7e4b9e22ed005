import type { Caller } from './caller'
import { log } from './log'

/** Somebody asked for what is not theirs to see, or is not there at all: which of the two, the listener finds out. */
export interface Miss {
  caller: Caller
  operation: string
  /** what was asked for: ids or slugs, bounded */
  asked: string[]
}
type Listener = (miss: Miss) => Promise<void>

const holder = globalThis as typeof globalThis & {
  letterheadMissListener?: Listener
  letterheadMisses?: Set<Promise<void>>
}
const under = () => (holder.letterheadMisses ??= new Set())

/** One listener a process: set at its start. */
export function onMiss(listener: Listener): void {
  holder.letterheadMissListener = listener
}

/** Not waited for: the time an answer takes must not tell whether a neighbour has the thing. */
export function miss(caller: Caller, operation: string, input: unknown): void {
  const asked = textsIn(input)
  const listener = holder.letterheadMissListener
  if (!listener || asked.length === 0) return
  const telling = listener({ caller, operation, asked })
    .catch((error: unknown) => log().error({ err: error }, 'a miss was not looked into'))
    .finally(() => under().delete(telling))
  under().add(telling)
}

/** Until everything that was missed is looked into: for the end of a process, and for tests. */
export async function settleMisses(): Promise<void> {
  while (under().size > 0) await Promise.all(under())
}

const textsIn = (input: unknown): string[] =>
  (typeof input === 'object' && input !== null ? Object.values(input).flat() : [])
    .filter((value): value is string => typeof value === 'string' && value !== '' && value.length <= 64)
    .slice(0, 8)
