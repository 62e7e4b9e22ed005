import { platformTenantId } from '@/lib/audit/platform'
import { recordAct, type Actor } from '@/lib/audit/record-act'
import type { Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import { asPlatform } from '@/lib/kernel/platform'
import { refusedWith, type ItemOutcome } from '../to-view'

// Batches are the platform's own: their items are about many tenants.

/**
 * Ends a batch where it is: what waits is refused, what is done stays, and what is under way comes to its end. One that
 * is finished is answered as it is. @throws AppError not_found
 */
export async function stopBatchOf(actor: Actor, id: string) {
  const tenantId = await platformTenantId()
  return asPlatform(async (tx) => {
    const batch = isUuid(id) ? await tx.batch.findUnique({ where: { id } }) : null
    if (!batch) throw new AppError('not_found')
    if (batch.finishedAt || batch.stopped) return batch
    await refuseWhatWaits(tx, id, refusedWith(new AppError('batch_stopped')))
    const subject = { type: 'batch', id, label: batch.label }
    await recordAct(tx, actor, { tenantId, action: 'batch.stopped', subject })
    return tx.batch.findUniqueOrThrow({ where: { id } })
  })
}

/**
 * Refuses all that nobody has begun. What a worker holds at that moment is passed over: it is settled by its worker, or
 * by the next that comes to this batch. Answers how many.
 */
export async function refuseWhatWaits(tx: Tx, id: string, why: ItemOutcome): Promise<number> {
  const outcome = JSON.stringify(why)
  const count = await tx.$executeRaw`
    update "BatchItem" set state = 'refused', outcome = ${outcome}::jsonb, "settledAt" = clock_timestamp()
     where id in (select id from "BatchItem" where "batchId" = ${id}::uuid and state = 'waiting' for update skip locked)`
  // Its row after its items, as every worker takes them.
  await tx.$executeRaw`
    update "Batch" set refused = refused + ${count}, stopped = coalesce(stopped, ${outcome}::jsonb),
           "finishedAt" = case when done + refused + ${count} = total then greatest(clock_timestamp(), "createdAt") end
     where id = ${id}::uuid and "finishedAt" is null`
  return count
}
