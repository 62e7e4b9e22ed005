import type { Caller } from '@/lib/kernel/caller'
import { MINUTE } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'
import { networkOf } from '@/lib/kernel/network'
import { takeRate, type Rate } from '@/lib/kernel/rate'
import { countRequest } from '@/lib/usage/requests'
import type { Who } from './who'

/** Named after whose they are, as they stand in the headers. */
interface Policy extends Rate {
  name: 'credential' | 'tenant' | 'browser' | 'address'
}

export interface Spent {
  ok: boolean
  /** seconds */
  retryAfter: number
  headers: Record<string, string>
}

// An open checklist asks every second or two, and people have several tabs: five times what one program gets. It does
// not count against the tenant's programs, so neither can close the door for the other.
const BROWSER_SHARE = 5

/** Takes one call out of whoever's limits apply, all of them or none. `caller` is missing where none could be made. */
export async function takeCall(who: Who, caller: Caller | undefined): Promise<Spent> {
  const tenant = who.byCookie ? null : tenantOf(caller)
  const spent = await take(policiesOf(who, tenant))
  if (spent.ok && tenant) countRequest(tenant.tenantId)
  return spent
}

/**
 * Only a caller who may be in the tenant counts there: naming a neighbour's takes nothing from them. Nor does staff that
 * looks in: what they call is not the customer's doing.
 */
const tenantOf = (caller: Caller | undefined) =>
  caller && 'requestsPerMinute' in caller && caller.kind !== 'visitor' ? caller : null

function policiesOf({ asker, byCookie }: Who, tenant: ReturnType<typeof tenantOf>): Policy[] {
  const { API_RATE_PER_KEY: perKey } = env()
  const credential =
    asker.kind === 'key'
      ? `key ${asker.key.id}`
      : asker.kind === 'grant'
        ? `grant ${asker.grant.grantId}`
        : `session ${asker.session.id}`
  if (byCookie)
    return [{ name: 'browser', of: `api browser ${credential}`, limit: perKey * BROWSER_SHARE, per: MINUTE }]
  const own: Policy = { name: 'credential', of: `api ${credential}`, limit: perKey, per: MINUTE }
  if (!tenant || tenant.requestsPerMinute === null) return [own]
  const { tenantId, requestsPerMinute: limit } = tenant
  // Another limit is another count: one that was loosened lets the very next call through.
  return [own, { name: 'tenant', of: `api tenant ${tenantId} ${limit}`, limit, per: MINUTE }]
}

// Guessing a secret of 256 bits is hopeless at any pace; this keeps it from costing the database anything.
const FAILED_A_MINUTE = 60

/** One try that did not show who asks. Without a known address there is nobody to count. */
export async function takeFailure(address: string | null): Promise<Spent> {
  if (!address) return { ok: true, retryAfter: 0, headers: {} }
  return take([
    { name: 'address', of: `api failed ${networkOf(address)}`, limit: FAILED_A_MINUTE, per: MINUTE },
  ])
}

async function take(policies: Policy[]): Promise<Spent> {
  const { ok, of, remaining, reset } = await takeRate(policies)
  const tightest = policies.find((policy) => policy.of === of)!
  return { ok, retryAfter: reset, headers: headersOf(policies, tightest, remaining, reset) }
}

/** draft-ietf-httpapi-ratelimit-headers-10, section 3: lists of structured fields (RFC 9651). */
const headersOf = (policies: Policy[], tightest: Policy, remaining: number, reset: number) => ({
  'ratelimit-policy': policies
    .map(({ name, limit, per }) => `"${name}";q=${limit};w=${per / 1000}`)
    .join(', '),
  ratelimit: `"${tightest.name}";r=${remaining};t=${reset}`,
})
