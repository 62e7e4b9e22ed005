import { personBySession, type SignedIn } from '@/lib/accounts/platform'
import { keyBySecret, type FoundKey } from '@/lib/credentials/platform'
import { grantByToken, type FoundGrant } from '@/lib/inboxes/grants/find-token'
import type { Caller, Door } from '@/lib/kernel/caller'
import { AppError } from '@/lib/kernel/errors'
import { miss } from '@/lib/kernel/misses'
import { mint, type Arrival } from '@/lib/kernel/mint'
import { realmOf, type Permission } from '@/lib/kernel/permissions'
import { planLimits, type PlanName } from '@/lib/tenants/plans'
import { tighter } from '@/lib/usage/effective-limits'

/** What a request proved about who sent it. */
export type Asker =
  | { kind: 'nobody' }
  | ({ kind: 'person' } & SignedIn)
  | { kind: 'key'; key: FoundKey }
  | { kind: 'grant'; grant: FoundGrant }

export interface Arriving {
  door: Door
  requestId: string
  address: string | null
}

/** The person of a session's token. Anything that is none is nobody. */
export async function askerBySession(token: string | undefined): Promise<Asker> {
  const signedIn = token ? await personBySession(token) : null
  return signedIn ? { kind: 'person', ...signedIn } : { kind: 'nobody' }
}

/**
 * Whoever sent `Authorization: Bearer …` (RFC 6750 2.1): a key (`lhk_`, `lhp_`), a grant's token (`lht_`) or a command
 * line's session.
 * @throws AppError not_signed_in when it is none that stands: a wrong key is never taken for a browser's cookie
 */
export async function askerByBearer(
  token: string,
  tenant: string | null,
  address: string | null,
): Promise<Asker> {
  if (token.length > 200) throw opensNothing()
  if (/^lh[kp]_/.test(token)) {
    const key = await keyBySecret(token, tenant, address)
    if (key) return { kind: 'key', key }
  } else if (token.startsWith('lht_')) {
    const grant = await grantByToken(token)
    if (grant) return { kind: 'grant', grant }
  } else {
    const asker = await askerBySession(token)
    if (asker.kind === 'person' && asker.session.kind === 'cli') return asker
  }
  throw opensNothing()
}

/** One answer for what never was and what is over: whoever guesses learns nothing. */
const opensNothing = () =>
  new AppError('not_signed_in', {
    say: 'This key or token opens nothing: it is mistyped, over or revoked.',
    next: 'Use one that stands, or sign in again.',
  })

/**
 * The caller for one operation. Which of the things a person may be, they are here, follows from where the operation
 * acts and from the tenant that was named; nothing is chosen by what was posted, and nothing is assumed when none was named.
 * @throws AppError not_signed_in | tenant_required | not_found (no such tenant for whoever asks) | forbidden
 */
export function callerFor(
  asker: Asker,
  permission: Permission,
  tenant: string | null,
  how: Arriving,
): Caller {
  if (asker.kind === 'nobody') throw new AppError('not_signed_in')
  const realm = realmOf(permission)
  if (realm === 'inside') throw new AppError('not_found')
  if (realm === 'tenant') return inTenant(asker, tenant, how)
  if (asker.kind === 'grant')
    throw new AppError('forbidden', { next: 'A grant’s token is for the mail of its inbox.' })
  return asker.kind === 'key' ? platformKey(asker.key, how) : personCaller(asker, realm, how)
}

/** The caller inside a named tenant. */
export function inTenant(
  asker: Exclude<Asker, { kind: 'nobody' }>,
  tenant: string | null,
  how: Arriving,
): Caller {
  if (asker.kind === 'key') return keyInTenant(asker.key, tenant, how)
  if (asker.kind === 'grant') return grantInTenant(asker.grant, tenant, how)
  if (!tenant) throw new AppError('tenant_required')
  const { user, session } = asker
  const arrival: Arrival = { ...how, credential: { kind: 'session', id: session.id } }
  const isNamed = (t: { id: string; slug: string }) => t.slug === tenant || t.id === tenant
  const membership = user.memberships.find((m) => isNamed(m.tenant))
  if (membership) return mint.member(membership.role, asItStands(membership.tenant), whoIs(user), arrival)
  const access = asker.accesses.find((a) => isNamed(a.tenant))
  if (access && user.platformRole)
    return mint.visitor(user.platformRole, asItStands(access.tenant), whoIs(user), access, arrival)
  // Staff is told to open an access with a reason; they may know of every tenant.
  if (!user.platformRole) miss(mint.person(whoIs(user), arrival), 'tenants.enter', { tenant })
  throw new AppError('not_found')
}

/** A platform key acts for the tenant that the call names, and never for one by silence. */
function keyInTenant(key: FoundKey, tenant: string | null, how: Arriving): Caller {
  const { id: keyId, name, scopes, isPlatform, domainId, inboxId } = key
  const told = { keyId, name, scopes, isPlatform, domainId, inboxId }
  const own = key.tenant
  if (isPlatform) {
    if (!tenant) throw new AppError('tenant_required')
    if (!key.actsFor) throw new AppError('not_found')
    return mint.key(asItStands(key.actsFor), told, how)
  }
  if (tenant && tenant !== own.slug && tenant !== own.id) {
    miss(mint.key(asItStands(own), told, how), 'tenants.enter', { tenant })
    throw new AppError('not_found')
  }
  return mint.key(asItStands(own), told, how)
}

/** The grant is the scope: its token names no tenant, and opens no other. */
function grantInTenant({ tenant: own, ...token }: FoundGrant, tenant: string | null, how: Arriving): Caller {
  const caller = mint.grant(asItStands(own), token, how)
  if (!tenant || tenant === own.slug || tenant === own.id) return caller
  miss(caller, 'tenants.enter', { tenant })
  throw new AppError('not_found')
}

function platformKey({ id: keyId, name, scopes, isPlatform }: FoundKey, how: Arriving): Caller {
  if (!isPlatform) throw new AppError('forbidden', { next: 'This call needs a key of the platform.' })
  return mint.platformKey({ keyId, name, scopes }, how)
}

function personCaller({ user, session }: SignedIn, realm: 'platform' | 'person', how: Arriving): Caller {
  const arrival: Arrival = { ...how, credential: { kind: 'session', id: session.id } }
  if (realm === 'person') return mint.person(whoIs(user), arrival)
  if (!user.platformRole) throw new AppError('forbidden', { next: 'This is for the staff of the platform.' })
  return mint.staff(user.platformRole, whoIs(user), arrival)
}

interface Standing {
  kind: 'customer' | 'platform'
  plan: PlanName
  workspace: { requestsPerMinute: number | null }
}

/** The tenant with what holds for it at this moment: it was read for this very request. The platform's obeys no workspace. */
function asItStands<T extends Standing>(tenant: T) {
  const given = planLimits(tenant.plan).requestsPerMinute
  const policy = tenant.kind === 'platform' ? null : tenant.workspace.requestsPerMinute
  return { ...tenant, requestsPerMinute: tighter(given, policy) }
}

export const whoIs = (user: { id: string; email: string; name: string | null }) => ({
  userId: user.id,
  email: user.email,
  name: user.name ?? user.email,
})
