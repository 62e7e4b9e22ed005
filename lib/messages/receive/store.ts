import type { Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { usedIn } from '@/lib/usage/read-usage'
import { reserve } from '@/lib/usage/reserve'
import { tellRefused } from '@/lib/usage/tell-refused'
import { usageTime } from '@/lib/usage/usage-time'
import type { Refusal } from '../decide/types'
import { mailPolicyOf } from '../mail-policy'
import { factsOf } from './facts-of'
import { insertMessages } from './insert-messages'
import { judgeFor, type Judged, type Target } from './judge-for'
import type { PutRaw } from './put-raw'
import type { Incoming } from './receive-message'

export interface Delivered {
  outcome: 'stored' | 'quarantined' | 'refused'
  refusal?: Refusal
  id?: string
}

interface Stored {
  delivered: Map<string, Delivered>
  /** the object has its row */
  isKept: boolean
}

/**
 * Decides and writes, in one transaction of the tenant. `refuses`: when no inbox takes it, nothing is written and whoever
 * sent it is to be told; otherwise what is not taken lies in quarantine.
 */
export async function store(
  tx: Tx,
  incoming: Incoming,
  tenantId: string,
  targets: Target[],
  refuses: boolean,
  put: PutRaw,
): Promise<Stored> {
  const { policy, limits } = await mailPolicyOf(tx, tenantId)
  const { mail, message, seen, listedAt } = incoming
  const judge = (room: number | null) =>
    targets.map((target) => {
      const facts = factsOf(mail, message, listedAt, {
        recipient: target.recipient,
        isRole: target.kind === 'role',
      })
      return {
        target,
        decision: judgeFor(target, facts, policy, { messageBytes: limits.messageBytes, room }, seen),
      }
    })
  // Before anybody waits for the lock: reading a message takes longer than counting it.
  let judged = judge(null)
  if (refuses && !judged.some(isTaken)) return refused(judged)

  // Everybody who stores for this tenant waits here: what is there of this delivery, and what room is left, is exact.
  const fits = await takeRoom(tx, tenantId, mail.raw.size)
  const there = await tx.$queryRaw<{ id: string; inboxId: string }[]>`
    select id, "inboxId" from "Message" where "tenantId" = ${tenantId}::uuid
       and "inboxId" = any(${targets.map(({ inboxId }) => inboxId)}::uuid[]) and "deliveryId" = ${mail.deliveryId}`
  judged = judged.filter(({ target }) => !there.some(({ inboxId }) => inboxId === target.inboxId))
  const before = new Map<string, Delivered>(
    there.map(({ id, inboxId }) => [inboxId, { outcome: 'stored', id }]),
  )
  if (judged.length === 0) return { delivered: before, isKept: false }

  if (!fits) {
    await tellRefused(tx, tenantId, 'storageBytes')
    const wanted = new Set(judged.map(({ target }) => target))
    const used = await usedIn(tx, tenantId, 'storageBytes', await usageTime(tx))
    const room = Math.max(0, Math.min((limits.storageBytes ?? 0) - used, mail.raw.size - 1))
    judged = judge(room).filter(({ target }) => wanted.has(target))
    if (refuses && there.length === 0 && !judged.some(isTaken)) return refused(judged)
  }
  await tx.$executeRaw`
    insert into "RawMessage" (id, "tenantId", key, size, sha256, counted)
    values (${put.id}::uuid, ${tenantId}::uuid, ${put.key}, ${mail.raw.size}, ${mail.raw.sha256}, ${fits})`
  const ids = await insertMessages(tx, incoming, tenantId, judged, put.id)
  for (const [i, { target, decision }] of judged.entries())
    before.set(target.inboxId, {
      outcome: isTaken({ decision }) ? 'stored' : 'quarantined',
      id: ids[i]!,
      ...(decision.refusal && { refusal: decision.refusal }),
    })
  return { delivered: before, isKept: true }
}

const isTaken = ({ decision }: Pick<Judged, 'decision'>) => decision.refusal === null

const refused = (judged: Judged[]): Stored => ({
  delivered: new Map(
    judged.map(({ target, decision }) => [
      target.inboxId,
      { outcome: 'refused', refusal: decision.refusal! },
    ]),
  ),
  isKept: false,
})

/** Whether there is room; holds the tenant's counter either way. Of a tenant that is suspended what is held in quarantine counts all the same. */
async function takeRoom(tx: Tx, tenantId: string, n: number): Promise<boolean> {
  try {
    await reserve(tx, 'storageBytes', { tenantId, n })
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'limit_reached') return false
    if (error instanceof AppError && error.code === 'tenant_suspended') return true
    throw error
  }
}
