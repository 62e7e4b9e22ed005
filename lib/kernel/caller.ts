/**
 * Who asks. Callers are minted by `kernel/mint.ts` from a session, a key or the worker's own code; an object
 * that merely looks like one (posted to a server action, say) is refused by `authorize`.
 */
export type CallerKind = 'owner' | 'member' | 'support' | 'admin' | 'worker' | 'nobody'
export type Door = 'web' | 'api' | 'cli' | 'mcp' | 'worker' | 'seed'

interface Common {
  readonly door: Door
  readonly requestId: string
}

/** A person inside one tenant. */
export interface MemberCaller extends Common {
  readonly kind: 'owner' | 'member'
  readonly userId: string
  readonly email: string
  readonly name: string
  readonly tenantId: string
  readonly tenantName: string
}

/** A person of the platform; belongs to no tenant while acting as such. */
export interface StaffCaller extends Common {
  readonly kind: 'support' | 'admin'
  readonly userId: string
  readonly email: string
  readonly name: string
}

/** Our own background code, acting for exactly one tenant. */
export interface WorkerCaller extends Common {
  readonly kind: 'worker'
  readonly tenantId: string
}

export interface NobodyCaller extends Common {
  readonly kind: 'nobody'
}

export type Caller = MemberCaller | StaffCaller | WorkerCaller | NobodyCaller
export type TenantCaller = MemberCaller | WorkerCaller

const minted = new WeakSet<object>()

/** Only `kernel/mint.ts` may call this (import rules hold it). */
export function remember<C extends Caller>(caller: C): C {
  minted.add(caller)
  return Object.freeze(caller)
}

export const isMinted = (caller: unknown): caller is Caller =>
  typeof caller === 'object' && caller !== null && minted.has(caller)
