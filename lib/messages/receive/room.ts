import type { Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { HELD_BYTES, HELD_MESSAGES } from '@/lib/usage/held'
import { usedIn } from '@/lib/usage/read-usage'
import { reserve } from '@/lib/usage/reserve'
import { tellRefused } from '@/lib/usage/tell-refused'
import { usageTime } from '@/lib/usage/usage-time'

/** Whether `n` bytes fit into a tenant's storage; its counter is held to the end of the transaction either way. */
export async function takeRoom(tx: Tx, tenantId: string, n: number, limit: number | null): Promise<boolean> {
  try {
    await reserve(tx, 'storageBytes', { tenantId, n })
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'limit_reached') {
      await tellRefused(tx, tenantId, 'storageBytes')
      return false
    }
    // It may store nothing now; what is held for it meanwhile takes of its storage all the same, as far as that goes.
    if (error instanceof AppError && error.code === 'tenant_suspended')
      return limit === null || (await usedOf(tx, tenantId)) + n <= limit
    throw error
  }
}

/** Bytes of a tenant's storage that are left: too few for a message of `n`, which did not fit. */
export const roomLeft = async (tx: Tx, tenantId: string, n: number, limit: number | null): Promise<number> =>
  Math.max(0, Math.min((limit ?? 0) - (await usedOf(tx, tenantId)), n - 1))

/** Whether one more message of `n` bytes may be held without room. Exact while the counter of storage is held. */
export async function mayHold(tx: Tx, tenantId: string, n: number): Promise<boolean> {
  const [held] = await tx.$queryRaw<[{ messages: number; bytes: number }]>`
    select count(*)::int as messages, coalesce(sum(size), 0)::float8 as bytes from "RawMessage"
     where "tenantId" = ${tenantId}::uuid and not counted`
  return held.messages < HELD_MESSAGES && held.bytes + n <= HELD_BYTES
}

const usedOf = async (tx: Tx, tenantId: string) => usedIn(tx, tenantId, 'storageBytes', await usageTime(tx))
