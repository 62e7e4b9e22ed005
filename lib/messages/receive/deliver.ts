import { storage } from '@/lib/gateways/storage'
import { holdCounter } from '@/lib/usage/hold-counter'
import type { Target } from './judge-for'
import { keepStray, type StrayTarget } from './keep-stray'
import { NotTogether } from './not-together'
import { inTenants, type AddStray, type Inside } from './platform'
import { putRaw, type PutRaw } from './put-raw'
import type { Incoming } from './receive-message'
import { store, type Delivered, type Stored } from './store'

/** Whom a message is for: inboxes by their tenant, and recipients whom nobody knows. */
export interface Targets {
  tenants: Map<string, Target[]>
  strays: StrayTarget[]
}

/**
 * A message to all of these or to none: answers what became of it by inbox, and by recipient of what is nobody's. The objects
 * come first, durably; then their rows, in one transaction. A death in between leaves objects without rows, which the sweep
 * removes.
 */
export async function deliver(incoming: Incoming, targets: Targets): Promise<Map<string, Delivered>> {
  const puts = await putAll(incoming, targets)
  let isCommitting = false
  const attempt = () => {
    isCommitting = false
    return inTenants(async (inside, addStray) => {
      const all = await storeAll(inside, addStray, incoming, targets, puts)
      isCommitting = true
      return all
    })
  }
  const stored = await againAfterDeadlock(attempt).catch(async (error: unknown) => {
    // Of a commit that failed nobody knows its fate: there the objects stay for the sweep to judge.
    if (!isCommitting) await removeAll([...puts.values()])
    throw error
  })
  await removeAll([...stored].flatMap(([place, { isKept }]) => (isKept ? [] : [puts.get(place)!])))
  return new Map([...stored.values()].flatMap(({ delivered }) => [...delivered]))
}

/** By tenant, and by recipient of what is nobody's. */
async function putAll({ mail }: Incoming, { tenants, strays }: Targets): Promise<Map<string, PutRaw>> {
  const puts = new Map<string, PutRaw>()
  try {
    for (const tenantId of tenants.keys()) puts.set(tenantId, await putRaw(mail, `tenants/${tenantId}`))
    for (const { recipient } of strays) puts.set(recipient, await putRaw(mail, 'stray'))
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
  addStray: AddStray,
  incoming: Incoming,
  { tenants, strays }: Targets,
  puts: Map<string, PutRaw>,
): Promise<Map<string, Stored>> {
  const isDoor = incoming.mail.by === 'smtp'
  const storeFor = (id: string, refuses: boolean) =>
    inside(id, (tx) => store(tx, incoming, id, tenants.get(id)!, refuses, puts.get(id)!))
  // Two that hold counters crosswise would wait for each other.
  if (tenants.size + strays.length > 1)
    for (const id of tenants.keys()) await inside(id, (tx) => holdCounter(tx, id, 'storageBytes'))
  const stored = new Map<string, Stored>()
  for (const id of tenants.keys()) stored.set(id, await storeFor(id, isDoor))
  const refused = [...stored].filter(([, { delivered }]) => areRefused(delivered))
  // At the door an unknown tag is taken, and nobody else whom we do not know.
  const isTaken = !isDoor || refused.length < stored.size || strays.some(isTag)
  if (isDoor && isTaken) for (const [id] of refused) stored.set(id, await storeFor(id, false))
  for (const stray of strays) {
    const { recipient } = stray
    const keep = () => keepStray(addStray, incoming, stray, puts.get(recipient)!)
    stored.set(recipient, isTaken ? await keep() : turned(recipient))
  }
  // One address that leads to several cannot be asked in parts.
  if (isDoor && isTaken && incoming.mail.recipients.length > 1 && [...stored.values()].some(isLost))
    throw new NotTogether()
  return stored
}

const isTag = ({ reason }: StrayTarget) => reason === 'unknown_tag'

const turned = (recipient: string): Stored => ({
  delivered: new Map([[recipient, { outcome: 'refused' }]]),
  isKept: false,
})

/** Not kept, where somebody else takes the message. */
const isLost = ({ delivered }: Stored) =>
  [...delivered.values()].some(({ outcome }) => outcome === 'dropped' || outcome === 'refused')

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
