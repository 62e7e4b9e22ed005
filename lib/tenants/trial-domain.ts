import type { Environment } from '@/lib/kernel/db/client'

// Labels that parse-slug keeps free: a tenant of such a slug would stand on the zone of others.
const zones: Record<Environment, string> = { production: '', staging: 'staging.', development: 'dev.' }

/** The name that an environment's trial domains stand below, and that its pooled address is of. */
export const zoneDomain = (environment: Environment, platformDomain: string): string =>
  zones[environment] + platformDomain

/**
 * The name below the platform's own by which a tenant's mail leaves while it has no domain that is ready. Each environment
 * has a zone of its own, so that mail of a trial run is told from the real by its sender.
 */
export const trialDomain = (
  { slug, environment }: { slug: string; environment: Environment },
  platformDomain: string,
): string => `${slug}.${zoneDomain(environment, platformDomain)}`

/** The address below it; null on an installation that has no domain of its own. */
export const trialAddress = (
  tenant: { slug: string; environment: Environment; localPart: string },
  platformDomain: string | undefined,
): string | null => (platformDomain ? `${tenant.localPart}@${trialDomain(tenant, platformDomain)}` : null)
