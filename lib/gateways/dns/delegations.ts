import type { Endpoint } from './endpoint'
import { parentOf } from './name'

export interface NameServer {
  host: string
  /** Empty until somebody resolved it. */
  endpoints: Endpoint[]
}

export interface Delegation {
  zone: string
  servers: NameServer[]
}

const ZONES_REMEMBERED = 2_000
const SHORTEST_SECONDS = 1
// Somebody who is moving to other name servers right now should not wait longer than this.
const LONGEST_SECONDS = 300

/** Remembers who serves which zone, never what they answered. Addresses live as long as their delegation. */
export function createDelegations(now: () => number, size = ZONES_REMEMBERED) {
  const known = new Map<string, { delegation: Delegation; until: number }>()

  return {
    /** The deepest remembered zone that encloses the name. */
    closest(name: string): Delegation | undefined {
      for (let zone = name; zone !== ''; zone = parentOf(zone)) {
        const entry = known.get(zone)
        if (entry && entry.until > now()) return entry.delegation
        known.delete(zone)
      }
      return undefined
    },

    remember(delegation: Delegation, ttl: number): void {
      const seconds = Math.min(Math.max(ttl, SHORTEST_SECONDS), LONGEST_SECONDS)
      known.delete(delegation.zone)
      known.set(delegation.zone, { delegation, until: now() + seconds * 1000 })
      for (const oldest of known.keys()) {
        if (known.size <= size) break
        known.delete(oldest)
      }
    },

    forget(zone: string): void {
      known.delete(zone)
    },
  }
}
