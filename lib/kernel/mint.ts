import { randomUUID } from 'node:crypto'
import {
  remember,
  type Credential,
  type Door,
  type GrantCaller,
  type KeyCaller,
  type MemberCaller,
  type NobodyCaller,
  type PersonCaller,
  type PlatformKeyCaller,
  type StaffCaller,
  type VisitorCaller,
  type WorkerCaller,
} from './caller'

interface Person {
  userId: string
  email: string
  name: string
}
interface Tenant {
  id: string
  name: string
  suspendedAt: Date | string | null
  requestsPerMinute: number | null
}
interface Key {
  keyId: string
  name: string
  scopes: readonly string[]
}
interface GrantToken {
  tokenId: string
  grantId: string
  grantName: string
  inboxId: string
  address: string
  scopes: readonly string[]
  agentSession: string
}
/** How the request came; a face knows, tests and the seed leave it out. */
export interface Arrival {
  door?: Door
  requestId?: string
  credential?: Credential | null
  address?: string | null
}

/** Makes callers. Imported only by faces (session, key, worker), the seed and tests: the import rules hold that. */
export const mint = {
  member(role: 'owner' | 'member', tenant: Tenant, who: Person, how?: Arrival): MemberCaller {
    return remember({ kind: role, ...inTenant(tenant), ...person(who), ...arrival(how) })
  },
  visitor(
    role: 'support' | 'admin',
    tenant: Tenant,
    who: Person,
    access: { id: string; reason: string },
    how?: Arrival,
  ): VisitorCaller {
    const credential = { kind: 'access', id: access.id } as const
    return remember({
      ...{ kind: 'visitor', role, reason: access.reason },
      ...{ ...inTenant(tenant), ...person(who), ...arrival(how), credential },
    })
  },
  key(
    tenant: Tenant,
    key: Key & { isPlatform: boolean; domainId: string | null; inboxId: string | null },
    how?: Arrival,
  ): KeyCaller {
    const { isPlatform, domainId, inboxId } = key
    return remember({
      ...{ kind: 'key', isPlatform, domainId, inboxId },
      ...{
        ...inTenant(tenant),
        ...program(key),
        ...arrival(how),
        credential: { kind: 'key', id: key.keyId },
      },
    })
  },
  grant(tenant: Tenant, token: GrantToken, how?: Arrival): GrantCaller {
    const { tokenId, grantId, grantName, inboxId, address: name, scopes, agentSession } = token
    return remember({
      ...{
        kind: 'grant',
        grantId,
        grantName,
        inboxId,
        name,
        scopes: Object.freeze([...scopes]),
        agentSession,
      },
      ...{ ...inTenant(tenant), ...arrival(how), credential: { kind: 'grant', id: tokenId } },
    })
  },
  platformKey(key: Key, how?: Arrival): PlatformKeyCaller {
    const credential = { kind: 'key', id: key.keyId } as const
    return remember({ kind: 'platform_key', ...program(key), ...arrival(how), credential })
  },
  staff(role: 'support' | 'admin', who: Person, how?: Arrival): StaffCaller {
    return remember({ kind: role, ...person(who), ...arrival(how) })
  },
  person(who: Person, how?: Arrival): PersonCaller {
    return remember({ kind: 'person', ...person(who), ...arrival(how) })
  },
  worker(tenantId: string, how?: Arrival): WorkerCaller {
    return remember({ kind: 'worker', tenantId, ...arrival({ door: 'worker', ...how }) })
  },
  nobody(how?: Arrival): NobodyCaller {
    return remember({ kind: 'nobody', ...arrival(how) })
  },
}

const person = ({ userId, email, name }: Person): Person => ({ userId, email, name })
const program = ({ keyId, name, scopes }: Key): Key => ({ keyId, name, scopes: Object.freeze([...scopes]) })
const inTenant = ({ id, name, suspendedAt, requestsPerMinute }: Tenant) => ({
  ...{ tenantId: id, tenantName: name, suspended: suspendedAt !== null, requestsPerMinute },
})
const arrival = ({ door = 'web', requestId, credential = null, address = null }: Arrival = {}) => ({
  ...{ door, requestId: requestId ?? randomUUID(), credential, address },
})
