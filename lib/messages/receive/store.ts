import type { Tx } from '@/lib/kernel/db/client'
import { refuse } from '../decide/refusals'
import type { Refusal } from '../decide/types'
import { mailPolicyOf } from '../mail-policy'
import { factsOf } from './facts-of'
import { insertMessages } from './insert-messages'
import { judgeFor, type Judged, type Target } from './judge-for'
import type { PutRaw } from './put-raw'
import type { Incoming } from './receive-message'
import { mayHold, roomLeft, takeRoom } from './room'
import { asItStands, standingOf } from './standing'
import type { Received } from './types'
import { whyRefused } from './why-refused'

export interface Delivered {
  outcome: Received['outcome']
  refusal?: Refusal
  /** what decided so, for our own people */
  why?: string
  id?: string
}

export interface Stored {
  delivered: Map<string, Delivered>
  /** the object has its row */
  isKept: boolean
}

/**
 * Decides and writes, in a transaction inside the tenant. `refuses`: when no inbox takes it, nothing is written and whoever
 * sent it is to be told; otherwise what is not taken lies in quarantine, or is dropped once too much lies there without room.
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
  const judge = (target: Target, room: number | null) => {
    const facts = factsOf(mail, message, listedAt, {
      recipient: target.recipient,
      isRole: target.kind === 'role',
    })
    return judgeFor(target, facts, policy, { messageBytes: limits.messageBytes, room }, seen)
  }
  // Before anybody waits for the lock: reading a message takes longer than counting it.
  let judged = targets.map((target) => judge(target, null))
  if (refuses && !judged.some(isTaken)) return refused(judged)

  // Everybody who stores for this tenant waits here: what is there of this delivery, and what room is left, is exact.
  const fits = await takeRoom(tx, tenantId, mail.raw.size, limits.storageBytes)
  const now = await standingOf(tx, tenantId, targets, mail.deliveryId)
  const there = now.filter(({ messageId }) => messageId !== null)
  judged = judged
    .filter(({ target }) => !there.some(({ inboxId }) => inboxId === target.inboxId))
    .map((one) => {
      const target = asItStands(one.target, now)
      return target === one.target ? one : judge(target, null)
    })
  const before = new Map<string, Delivered>(
    there.map(({ messageId, inboxId }) => [inboxId, { outcome: 'stored', id: messageId! }]),
  )
  if (judged.length === 0) return { delivered: before, isKept: false }
  if (refuses && there.length === 0 && !judged.some(isTaken)) return refused(judged)

  if (!fits) {
    const room = await roomLeft(tx, tenantId, mail.raw.size, limits.storageBytes)
    // Whether there is room for what waits is asked when it comes in.
    judged = judged.map((one) => (one.waits ? one : judge(one.target, room)))
    if (refuses && there.length === 0 && !judged.some(isTaken)) return refused(judged)
    if (!(await mayHold(tx, tenantId, mail.raw.size))) {
      for (const { target, decision } of judged)
        before.set(target.inboxId, { outcome: 'dropped', refusal: holdFull, why: whyRefused(decision) })
      return { delivered: before, isKept: false }
    }
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

const holdFull = refuse(
  'hold_full',
  'This organisation has no room, and as much mail is held for it as may be.',
)

const isTaken = ({ decision }: Pick<Judged, 'decision'>) => decision.refusal === null

const refused = (judged: Judged[]): Stored => ({
  delivered: new Map(
    judged.map(({ target, decision }) => [
      target.inboxId,
      { outcome: 'refused', refusal: decision.refusal!, why: whyRefused(decision) },
    ]),
  ),
  isKept: false,
})
