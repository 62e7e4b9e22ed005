import { oneAtATime } from '@/lib/accounts/one-at-a-time'
import { platformTenantId } from '@/lib/audit/platform'
import { recordAct, type Actor } from '@/lib/audit/record-act'
import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { AppError } from '@/lib/kernel/errors'
import { hashSecret, isUuid } from '@/lib/kernel/ids'
import { enqueue } from '@/lib/kernel/jobs'
import { asPlatform } from '@/lib/kernel/platform'
import { RUN_BATCHES } from '../../jobs'
import { keptActor } from '../../started-by'

// Batches are the platform's own: their items are about many tenants.

interface NewBatch {
  kind: 'move' | 'provision' | 'undo'
  label: string
  /** the same one again answers the batch that was started, when it asks for the same */
  clientId?: string
  items: { label: string; input: Prisma.InputJsonObject }[]
}

/** Writes a batch down whole, with the job that works on it. @throws AppError provision_mismatch */
export async function startBatch(actor: Actor, batch: NewBatch) {
  const platform = await platformTenantId()
  const request = hashSecret(JSON.stringify(batch.items))
  return asPlatform(async (tx) => {
    const { clientId } = batch
    if (clientId !== undefined) {
      await oneAtATime(tx, `batch ${clientId}`)
      const known = await tx.batch.findUnique({ where: { clientId } })
      if (known && known.request !== request) throw new AppError('provision_mismatch', { field: 'clientId' })
      if (known) return known
    }
    return write(tx, actor, { ...batch, request, platform })
  })
}

/**
 * Takes back the moves of a batch, as a batch of its own: each as far as nothing came after it.
 * @throws AppError not_found | conflict
 */
export async function startUndo(actor: Actor, id: string) {
  const { label, moves } = await asPlatform(async (tx) => {
    const batch = isUuid(id) ? await tx.batch.findUnique({ where: { id } }) : null
    if (!batch) throw new AppError('not_found')
    if (batch.kind !== 'move')
      throw new AppError('conflict', {
        say: 'Only moves can be taken back.',
        next: 'Look what it did in its list.',
      })
    if (!batch.finishedAt)
      throw new AppError('conflict', {
        say: 'This batch is still under way.',
        next: 'Take it back when it is finished.',
      })
    const moves = await tx.tenantMove.findMany({
      where: { batchId: id, undoneAt: null },
      include: { tenant: { select: { slug: true } } },
      orderBy: { id: 'asc' },
    })
    return { label: batch.label, moves }
  })
  const items = moves.map((move) => ({
    label: move.tenant.slug,
    input: { move: move.id, tenant: move.tenant.slug },
  }))
  return startBatch(actor, { kind: 'undo', label: `Take back: ${label}`, items })
}

async function write(
  tx: Tx,
  actor: Actor,
  { kind, label, clientId, request, platform, items }: NewBatch & { request: string; platform: string },
) {
  const batch = await tx.batch.create({
    data: {
      ...{ kind, label, request, total: items.length, startedBy: keptActor(actor) },
      ...(clientId !== undefined && { clientId }),
      ...(items.length === 0 && { finishedAt: await databaseTime(tx) }),
    },
  })
  // In one statement: ten thousand rows have more values than a statement has parameters.
  await tx.$executeRaw`
    insert into "BatchItem" ("batchId", seq, label, input)
      select ${batch.id}::uuid, at - 1, item ->> 'label', item -> 'input'
        from jsonb_array_elements(${JSON.stringify(items)}::jsonb) with ordinality as i(item, at)`
  const subject = { type: 'batch', id: batch.id, label }
  await recordAct(tx, actor, { tenantId: platform, action: 'batch.started', subject })
  if (items.length > 0) await enqueue(tx, RUN_BATCHES, {})
  return batch
}
