import { randomUUID } from 'node:crypto'
import {
  remember,
  type Door,
  type MemberCaller,
  type NobodyCaller,
  type StaffCaller,
  type WorkerCaller,
} from './caller'

interface Person {
  userId: string
  email: string
  name: string
}

/** Makes callers. Imported only by faces (session, worker), the seed and tests: the import rules hold that. */
export const mint = {
  member(
    role: 'owner' | 'member',
    tenant: { id: string; name: string },
    who: Person,
    door: Door = 'web',
  ): MemberCaller {
    const { id: tenantId, name: tenantName } = tenant
    return remember({ kind: role, tenantId, tenantName, ...person(who), door, requestId: randomUUID() })
  },
  staff(role: 'support' | 'admin', who: Person, door: Door = 'web'): StaffCaller {
    return remember({ kind: role, ...person(who), door, requestId: randomUUID() })
  },
  worker(tenantId: string, door: Door = 'worker'): WorkerCaller {
    return remember({ kind: 'worker', tenantId, door, requestId: randomUUID() })
  },
  nobody(door: Door = 'web'): NobodyCaller {
    return remember({ kind: 'nobody', door, requestId: randomUUID() })
  },
}

const person = ({ userId, email, name }: Person): Person => ({ userId, email, name })
