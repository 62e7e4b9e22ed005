import type { Caller } from '@/lib/kernel/caller'
import { DAY, MINUTE } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { databaseTime } from '@/lib/kernel/db/time'
import { AppError } from '@/lib/kernel/errors'
import { decrypt, encrypt } from '@/lib/kernel/vault'
import type { Answer } from '../answer'
import { outsideTenants } from './platform'

/** A key is known for this long; after that it is a new one. */
export const KEPT_FOR = DAY

// No operation takes as long: what is not settled by then was cut off, and nobody knows how far it came.
const LONGEST_RUN = MINUTE

/** Where the calls of one caller are kept: in their tenant, or in the platform's when they act in none. */
export interface Shelf {
  tenantId: string
  /** whose keys they are */
  caller: string
  within<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

export async function shelfOf(caller: Caller): Promise<Shelf> {
  const whose = ownerOf(caller)
  if (!('tenantId' in caller)) return outsideTenants(whose)
  return { tenantId: caller.tenantId, caller: whose, within: (work) => asTenant(caller, work) }
}

function ownerOf(caller: Caller): string {
  if ('keyId' in caller) return `key:${caller.keyId}`
  if ('userId' in caller) return `user:${caller.userId}`
  // An hour's token is followed by another of the same grant. One that may do less is not given the answers of one that may.
  if (caller.kind === 'grant') return `grant:${caller.grantId} ${caller.scopes.toSorted().join(' ')}`
  throw new AppError('forbidden')
}

export type Claim = { id: string } | { id: null; answer: Answer }

/**
 * Writes down that the call is about to be made, or finds what became of it.
 * @throws AppError idempotency_mismatch | idempotency_in_progress | idempotency_unknown
 */
export async function claim(
  { tenantId, caller, within }: Shelf,
  key: string,
  request: string,
): Promise<Claim> {
  const found = await within(async (tx) => {
    const now = await databaseTime(tx)
    const named = { tenantId, caller, key }
    await tx.idempotentCall.deleteMany({
      where: { ...named, createdAt: { lt: new Date(now.getTime() - KEPT_FOR) } },
    })
    const { count } = await tx.idempotentCall.createMany({
      data: { ...named, request },
      skipDuplicates: true,
    })
    const row = await tx.idempotentCall.findFirst({ where: named })
    // Between the two, the first call may have been given up again.
    if (!row) throw new AppError('idempotency_in_progress', { retryAfter: 1 })
    return { row, isNew: count === 1, isLate: now.getTime() - row.createdAt.getTime() > LONGEST_RUN }
  })
  const { row, isNew, isLate } = found
  if (isNew) return { id: row.id }
  if (row.request !== request) throw new AppError('idempotency_mismatch')
  if (row.status !== null && row.answer !== null)
    return { id: null, answer: { status: row.status, body: await open(tenantId, row.id, row.answer) } }
  if (isLate) throw new AppError('idempotency_unknown')
  throw new AppError('idempotency_in_progress', { retryAfter: 1 })
}

/** Keeps an answer for whoever repeats the call. */
export async function settle(
  { tenantId, within }: Shelf,
  id: string,
  { status, body }: Answer,
): Promise<void> {
  const answer = await encrypt(tenantId, purpose(id), JSON.stringify(body))
  await within(async (tx) =>
    tx.idempotentCall.updateMany({
      where: { id, tenantId },
      data: { status, answer, settledAt: await databaseTime(tx) },
    }),
  )
}

/** Nothing was done: the same key may try again. */
export async function release({ tenantId, within }: Shelf, id: string): Promise<void> {
  await within((tx) => tx.idempotentCall.deleteMany({ where: { id, tenantId } }))
}

const purpose = (id: string) => `idempotency ${id}`

const open = async (tenantId: string, id: string, answer: Uint8Array): Promise<unknown> =>
  JSON.parse(await decrypt(tenantId, purpose(id), answer))
