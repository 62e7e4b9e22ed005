import type { WorkerCaller } from '@/lib/kernel/caller'
import { asTenant } from '@/lib/kernel/db/tenant'
import { enqueue } from '@/lib/kernel/jobs'
import { PREPARE_STREAM } from './jobs'
import { ensureStream } from './stream'

/** Gives a new tenant its stream, to be prepared at the mail network ahead of the first domain. Repeatable. */
export async function requestStream(caller: WorkerCaller): Promise<void> {
  await asTenant(caller, async (tx) => {
    const stream = await ensureStream(tx, caller.tenantId)
    if (!stream.provisionedAt) await enqueue(tx, PREPARE_STREAM, { tenantId: caller.tenantId })
  })
}
