import { claimDueDomains, untilNextDue, type DueDomain } from '@/lib/domains/platform'
import { observeDomain } from '@/lib/domains/observe-domain'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import { DUE } from '@/lib/domains/wake'
import { SECOND } from '@/lib/kernel/clock'
import { liveFeed } from '@/lib/kernel/live'
import { log } from '@/lib/kernel/log'
import { mint } from '@/lib/kernel/mint'

const AT_ONCE = 8
// Also the longest time that a row which fell due without a word waits to be seen.
const LONGEST_NAP = 2 * SECOND

/** Looks at domains as they fall due. `stop` lets what is under way finish. */
export function startPoller(): { stop(): Promise<void> } {
  let running = true
  let wake: () => void = () => undefined
  const working = new Set<Promise<void>>()
  const onChange = ({ noun }: { noun: string }) => {
    if (noun === DUE) wake()
  }
  liveFeed().on('change', onChange)

  const loop = (async () => {
    while (running) {
      const free = AT_ONCE - working.size
      const due = free > 0 ? await claimDueDomains(free).catch(nothing) : []
      for (const domain of due) {
        const work = attend(domain).finally(() => {
          working.delete(work)
          wake()
        })
        working.add(work)
      }
      if (due.length === free && working.size < AT_ONCE) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LONGEST_NAP)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
        if (working.size < AT_ONCE) void nap(wake)
      })
    }
  })()

  return {
    async stop() {
      running = false
      liveFeed().off('change', onChange)
      wake()
      await loop
      await Promise.allSettled(working)
    },
  }
}

/** Wakes the loop when the next row falls due. */
async function nap(wake: () => void): Promise<void> {
  const ms = await untilNextDue().catch(() => null)
  if (ms !== null && ms < LONGEST_NAP) setTimeout(wake, Math.max(10, ms))
}

function nothing(error: unknown): DueDomain[] {
  log().warn({ err: error }, 'could not ask for due domains')
  return []
}

/** Both at once: set-up waits for its turn at the mail network, records are looked at meanwhile. */
async function attend({ id, tenantId }: DueDomain): Promise<void> {
  const caller = mint.worker(tenantId)
  const results = await Promise.allSettled([observeDomain(caller, { id }), reconcileDomain(caller, { id })])
  for (const r of results)
    if (r.status === 'rejected') log().error({ err: r.reason as unknown, domainId: id }, 'attending failed')
}
