import { storage } from '@/lib/gateways/storage'
import { holdCounter } from '@/lib/usage/hold-counter'
import type { Target } from './judge-for'
import { NotTogether } from './not-together'
import { inTenants, type Inside } from './platform'
import { putRaw, type PutRaw } from './put-raw'
import type { Incoming } from './receive-message'
import { store, type Delivered, type Stored } from './store'

/**
 * A message into the inboxes of these tenants: all of them or none. The objects come first, durably; then their rows, in one
 * transaction. A death in between leaves objects without rows, which the sweep removes.
 */
export async function deliver(
  incoming: Incoming,
  tenants: Map<string, Target[]>,
): Promise<Map<string, Delivered>> {
  const puts = await putAll(incoming, [...tenants.keys()])
  let isCommitting = false
  const attempt = () => {
    isCommitting = false
    return inTenants(async (inside) => {
      const all = await storeAll(inside, incoming, tenants, puts)
      isCommitting = true
      return all
    })
  }
  const stored = await againAfterDeadlock(attempt).catch(async (error: unknown) => {
    // Of a commit that failed nobody knows its fate: there the objects stay for the sweep to judge.
    if (!isCommitting) await removeAll([...puts.values()])
    throw error
  })
  await removeAll([...stored].flatMap(([tenantId, { isKept }]) => (isKept ? [] : [puts.get(tenantId)!])))
  return new Map([...stored.values()].flatMap(({ delivered }) => [...delivered]))
}

async function putAll({ mail }: Incoming, tenantIds: string[]): Promise<Map<string, PutRaw>> {
  const puts = new Map<string, PutRaw>()
  try {
    for (const tenantId of tenantIds) puts.set(tenantId, await putRaw(mail, `tenants/${tenantId}`))
    return puts
  } catch (error) {
    await removeAll([...puts.values()])
    throw error
  }
}

/** What cannot be removed now is left to the sweep. */
const removeAll = (puts: PutRaw[]) => Promise.allSettled(puts.map(({ key }) => storage().remove(key)))

/** By SMTP, what one tenant would have refused goes into its quarantine when another takes the message: there is one answer. */
async function storeAll(
  inside: Inside,
  incoming: Incoming,
  tenants: Map<string, Target[]>,
  puts: Map<string, PutRaw>,
): Promise<Map<string, Stored>> {
  const isDoor = incoming.mail.by === 'smtp'
  const storeFor = (id: string, refuses: boolean) =>
    inside(id, (tx) => store(tx, incoming, id, tenants.get(id)!, refuses, puts.get(id)!))
  // Two that hold counters crosswise would wait for each other.
  if (tenants.size > 1)
    for (const id of tenants.keys()) await inside(id, (tx) => holdCounter(tx, id, 'storageBytes'))
  const stored = new Map<string, Stored>()
  for (const id of tenants.keys()) stored.set(id, await storeFor(id, isDoor))
  const refused = [...stored].filter(([, { delivered }]) => areRefused(delivered))
  if (isDoor && refused.length < stored.size)
    for (const [id] of refused) stored.set(id, await storeFor(id, false))
  // One address that leads to several cannot be asked in parts.
  if (isDoor && incoming.mail.recipients.length > 1 && [...stored.values()].some(isDropped))
    throw new NotTogether()
  return stored
}

const isDropped = ({ delivered }: Stored) =>
  [...delivered.values()].some(({ outcome }) => outcome === 'dropped')

const areRefused = (delivered: Map<string, Delivered>) =>
  [...delivered.values()].every(({ outcome }) => outcome === 'refused')

// All take the tenants' counters first; what stands behind them may still be held by somebody's bulk act.
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
