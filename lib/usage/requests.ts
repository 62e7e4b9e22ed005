import { SECOND } from '@/lib/kernel/clock'
import { atEnd } from '@/lib/kernel/ends'
import { log } from '@/lib/kernel/log'
import { periodOf } from './period'
import { addRequests } from './platform'

/**
 * Calls that count towards a tenant's requests a minute, for the usage page and for the dry run of a policy: kept in
 * memory and written down every few seconds, so that no call waits for a statement of its own. The limit itself is held
 * by the database with each call (kernel/rate.ts): what a `kill -9` loses is seconds of a statistic, never of a limit.
 */
const EVERY = 5 * SECOND
// A tenant and a minute each. While the database is away for long, the newest are not counted.
const MOST_KEPT = 20_000

interface Kept {
  counts: Map<string, number>
  timer?: NodeJS.Timeout | undefined
  writing?: Promise<void>
}
const holder = globalThis as typeof globalThis & { letterheadRequests?: Kept }
const kept = (): Kept => (holder.letterheadRequests ??= { counts: new Map() })

export function countRequest(tenantId: string, at = new Date()): void {
  add(`${tenantId} ${periodOf('rate', at)}`, 1)
  plan()
}

function add(key: string, n: number): void {
  const { counts } = kept()
  if (!counts.has(key) && counts.size >= MOST_KEPT) return
  counts.set(key, (counts.get(key) ?? 0) + n)
}

function plan(): void {
  const mine = kept()
  if (mine.timer) return
  atEnd('requests', flushRequests)
  mine.timer = setTimeout(() => void flushRequests(), EVERY).unref()
}

/** Writes down what was counted so far; what could not be written is kept and tried again. Never throws. */
export function flushRequests(): Promise<void> {
  const mine = kept()
  clearTimeout(mine.timer)
  mine.timer = undefined
  // One after the other: the end of a process waits for what is under way as well.
  return (mine.writing = (mine.writing ?? Promise.resolve()).then(write))
}

async function write(): Promise<void> {
  const { counts } = kept()
  const taken = [...counts]
  counts.clear()
  if (taken.length === 0) return
  try {
    await addRequests(
      taken.map(([key, n]) => {
        const [tenantId, period] = key.split(' ') as [string, string]
        return { tenantId, period, n }
      }),
    )
  } catch (error) {
    log().warn({ err: error }, 'requests were not written down, and are kept')
    for (const [key, n] of taken) add(key, n)
    plan()
  }
}
