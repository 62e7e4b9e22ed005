/**
 * Who asks. Callers are minted by `kernel/mint.ts` from a session, a key or the worker's own code; an object
 * that merely looks like one (posted to a server action, say) is refused by `authorize`.
 */
export type CallerKind = Caller['kind']
export type Door = 'web' | 'api' | 'cli' | 'mcp' | 'worker' | 'seed' | 'server'

/** What opened the door: a session, a key, staff's access to a tenant, or a token of a grant. */
export interface Credential {
  readonly kind: 'session' | 'key' | 'access' | 'grant'
  readonly id: string
}

interface Common {
  readonly door: Door
  readonly requestId: string
  readonly credential: Credential | null
  /** the network address the request came from, where it is known */
  readonly address: string | null
}

interface Person extends Common {
  readonly userId: string
  readonly email: string
  readonly name: string
}

interface InTenant {
  readonly tenantId: string
  readonly tenantName: string
  /** the tenant may be read, and nothing in it changed */
  readonly suspended: boolean
  /** calls of its programs a minute, as they hold at this moment; null for no limit */
  readonly requestsPerMinute: number | null
}

/** A person inside one tenant. */
export interface MemberCaller extends Person, InTenant {
  readonly kind: 'owner' | 'member'
}

/** Staff inside one tenant: for a reason, for an hour, seen by the tenant. */
export interface VisitorCaller extends Person, InTenant {
  readonly kind: 'visitor'
  readonly role: 'support' | 'admin'
  readonly reason: string
}

interface Program extends Common {
  readonly keyId: string
  /** the key's name */
  readonly name: string
  readonly scopes: readonly string[]
}

/** A key inside one tenant: the tenant's own, or one of the platform on a call that named the tenant. */
export interface KeyCaller extends Program, InTenant {
  readonly kind: 'key'
  readonly isPlatform: boolean
  /** the one domain it may touch; null for all */
  readonly domainId: string | null
  /** the one inbox it may touch; null for all */
  readonly inboxId: string | null
}

/** A program with a token of a grant: inside one inbox, for an hour at most. */
export interface GrantCaller extends Common, InTenant {
  readonly kind: 'grant'
  readonly grantId: string
  /** what uses it, as its owner wrote */
  readonly grantName: string
  readonly inboxId: string
  /** the inbox's address */
  readonly name: string
  readonly scopes: readonly string[]
  /** what the agent calls its session */
  readonly agentSession: string
}

/** A key of the platform, on a call that named no tenant. */
export interface PlatformKeyCaller extends Program {
  readonly kind: 'platform_key'
}

/** A person of the platform; belongs to no tenant while acting as such. */
export interface StaffCaller extends Person {
  readonly kind: 'support' | 'admin'
}

/** Somebody signed in, acting for nobody but themselves. */
export interface PersonCaller extends Person {
  readonly kind: 'person'
}

/** Our own background code, acting for exactly one tenant. */
export interface WorkerCaller extends Common {
  readonly kind: 'worker'
  readonly tenantId: string
}

export interface NobodyCaller extends Common {
  readonly kind: 'nobody'
}

export type TenantCaller = MemberCaller | VisitorCaller | KeyCaller | GrantCaller | WorkerCaller
export type Caller = TenantCaller | StaffCaller | PlatformKeyCaller | PersonCaller | NobodyCaller

/** The one inbox that whoever asks is held to; null when they are not. */
export const boundInbox = (caller: Caller): string | null => ('inboxId' in caller ? caller.inboxId : null)

const minted = new WeakSet<object>()

/** Only `kernel/mint.ts` may call this (import rules hold it). */
export function remember<C extends Caller>(caller: C): C {
  minted.add(caller)
  return Object.freeze(caller)
}

export const isMinted = (caller: unknown): caller is Caller =>
  typeof caller === 'object' && caller !== null && minted.has(caller)
