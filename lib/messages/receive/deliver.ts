import { storage } from '@/lib/gateways/storage'
import type { Target } from './judge-for'
import { inTenant } from './platform'
import { putRaw } from './put-raw'
import type { Incoming } from './receive-message'
import { store, type Delivered } from './store'

/**
 * A message into the inboxes of one tenant: all of them or none. The object comes first, durably; then its rows, in one
 * transaction. A death in between leaves an object without rows, which the sweep removes.
 */
export async function deliver(
  incoming: Incoming,
  tenantId: string,
  targets: Target[],
  refuses: boolean,
): Promise<Map<string, Delivered>> {
  const put = await putRaw(incoming.mail, `tenants/${tenantId}`)
  // What the commit's fate is after an error is not known: the object stays for the sweep to judge.
  const { delivered, isKept } = await againAfterDeadlock(() =>
    inTenant(tenantId, (tx) => store(tx, incoming, tenantId, targets, refuses, put)),
  )
  if (!isKept) await storage().remove(put.key)
  return delivered
}

// All take the tenant's counter first; what stands behind it may still be held by somebody's bulk act.
const TRIES = 3

/** A deadlock's victim has changed nothing. */
async function againAfterDeadlock<T>(work: () => Promise<T>, tries = TRIES): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (tries <= 1 || !isDeadlock(error)) throw error
    return againAfterDeadlock(work, tries - 1)
  }
}

/** PostgreSQL's 40P01, which Prisma calls P2034 unless the statement was written by hand. */
const isDeadlock = (error: unknown): boolean =>
  /P2034|40P01|deadlock/i.test(String((error as Error & { code?: string }).code) + String(error))
