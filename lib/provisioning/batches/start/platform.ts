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
import { keptActor } from '../../starter/started-by'

// Batches are the platform's own: their items are about many tenants.

interface NewBatch {
  kind: 'move' | 'provision' | 'undo' | 'open_inboxes'
  label: string
  /** the same one again answers the batch that was started, when it asks for the same */
  clientId?: string
  /** the batch whose moves it takes back */
  undoes?: string
  items: { label: string; input: Prisma.InputJsonObject }[]
}

/** Writes a batch down whole, with the job that works on it. @throws AppError provision_mismatch */
export async function startBatch(actor: Actor, batch: NewBatch) {
  const platform = await platformTenantId()
  const request = requestOf(batch.items)
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
 * Takes back the moves of a batch, as a batch of its own: each as far as nothing came after it. By one at a time.
 * @throws AppError not_found | conflict
 */
export async function startUndo(actor: Actor, id: string) {
  const platform = await platformTenantId()
  return asPlatform(async (tx) => {
    await oneAtATime(tx, `undo ${id}`)
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
    if ((await tx.batch.count({ where: { undoes: id, finishedAt: null } })) > 0)
      throw new AppError('conflict', {
        say: 'These moves are being taken back already.',
        next: 'Look how far that is in the list of batches.',
      })
    const moves = await tx.tenantMove.findMany({
      where: { batchId: id, undoneAt: null },
      include: { tenant: { select: { slug: true } } },
      orderBy: { id: 'asc' },
    })
    if (moves.length === 0)
      throw new AppError('conflict', {
        say: 'Nothing of this batch is left to take back.',
        next: 'Look where its tenants are now.',
      })
    const items = moves.map((move) => ({
      label: move.tenant.slug,
      input: { move: move.id, tenant: move.tenant.slug },
    }))
    const undo = { kind: 'undo', undoes: id, label: `Take back: ${batch.label}`, items } as const
    return write(tx, actor, { ...undo, request: requestOf(items), platform })
  })
}

const requestOf = (items: NewBatch['items']) => hashSecret(JSON.stringify(items))

async function write(
  tx: Tx,
  actor: Actor,
  {
    kind,
    label,
    clientId,
    undoes,
    request,
    platform,
    items,
  }: NewBatch & { request: string; platform: string },
) {
  const batch = await tx.batch.create({
    data: {
      ...{ kind, label, request, total: items.length, startedBy: keptActor(actor) },
      ...(clientId !== undefined && { clientId }),
      ...(undoes !== undefined && { undoes }),
      // By the clock that it is finished by.
      createdAt: await databaseTime(tx),
    },
  })
  // In one statement: ten thousand rows have more values than a statement has parameters.
  await tx.$executeRaw`
    insert into "BatchItem" ("batchId", seq, label, input)
      select ${batch.id}::uuid, at - 1, item ->> 'label', item -> 'input'
        from jsonb_array_elements(${JSON.stringify(items)}::jsonb) with ordinality as i(item, at)`
  const subject = { type: 'batch', id: batch.id, label }
  await recordAct(tx, actor, { tenantId: platform, action: 'batch.started', subject })
  await enqueue(tx, RUN_BATCHES, {})
  return batch
}
