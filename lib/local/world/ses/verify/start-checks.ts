import type { Resolver } from 'node:dns/promises'
import type { Identity } from '../../store/entities'
import type { Store } from '../../store/store'
import { look } from './look'
import { observe, pace } from './identity-state'

export interface Checks {
  lastCheckedAt(identity: string): number | undefined
  close(): Promise<void>
}
export interface CheckOptions {
  store: Store
  resolver: Resolver
  region: string
  intervalMs: number
  confirmDelayMs(): number
}

// Verified identities are looked at every fourth round.
const WATCH_EVERY = 4
// Identities looked at side by side; the resolver and the server share two cores with everything else.
const AT_ONCE = 16

/** The loop that advances every identity by what the DNS says. */
export function startChecks(options: CheckOptions): Checks {
  const checkedAt = new Map<string, number>()
  let round = 0
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const check = async (identity: Identity) => {
    const seen = await look(identity, options.resolver, options.region)
    if (closed) return
    const now = Date.now()
    checkedAt.set(identity.name, now)
    const fresh = options.store.identities.get(identity.name)
    if (!fresh || !sameSearch(fresh, identity)) return
    const after = observe(fresh, seen, now, options.confirmDelayMs())
    if (after !== fresh) options.store.identities.put(after.name, after)
  }
  const tick = async () => {
    const watchToo = round++ % WATCH_EVERY === 0
    const due = options.store.identities
      .all()
      .filter((identity) => pace(identity) === 'search' || (watchToo && pace(identity) === 'watch'))
    for (let at = 0; at < due.length && !closed; at += AT_ONCE)
      await Promise.allSettled(due.slice(at, at + AT_ONCE).map(check))
  }
  const schedule = () => {
    timer = setTimeout(() => {
      running = tick().finally(() => {
        if (!closed) schedule()
      })
    }, options.intervalMs)
  }
  schedule()

  return {
    lastCheckedAt: (identity) => checkedAt.get(identity),
    async close() {
      closed = true
      clearTimeout(timer)
      options.resolver.cancel()
      await running
    },
  }
}

/** A look that began before a restart or a re-creation says nothing about what came after. */
function sameSearch(a: Identity, b: Identity): boolean {
  return (
    a.createdAt === b.createdAt && a.dkim.since === b.dkim.since && a.mailFrom?.since === b.mailFrom?.since
  )
}
