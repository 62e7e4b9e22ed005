import type { Environment } from '@/lib/kernel/db/client'
import { zoneDomain } from '@/lib/tenants/trial-domain'

/** What a name at or below the platform's own is: the zone of an environment, or a tenant's trial domain in one. */
export type PlaceBelow =
  { kind: 'zone'; environment: Environment } | { kind: 'trial'; environment: Environment; slug: string }

// The longer names first: each of them lies below production's.
const environments: Environment[] = ['staging', 'development', 'production']

/** Null for a name that is not the platform's. A trial domain is one label below its zone; whether anybody has it, is not said. */
export function placeBelow(domain: string, platformDomain: string | undefined): PlaceBelow | null {
  if (!platformDomain) return null
  for (const environment of environments) {
    const zone = zoneDomain(environment, platformDomain)
    if (domain === zone) return { kind: 'zone', environment }
    if (domain.endsWith(`.${zone}`))
      return { kind: 'trial', environment, slug: domain.slice(0, -zone.length - 1) }
  }
  return null
}
