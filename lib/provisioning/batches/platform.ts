import type { Prisma } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import { olderThan, type Position } from '@/lib/kernel/page'
import { asPlatform } from '@/lib/kernel/platform'

// Batches are about many tenants and belong to none.

export const findBatches = (before: Position | undefined, take: number) =>
  asPlatform((tx) =>
    tx.batch.findMany({
      where: olderThan('createdAt', before),
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take,
    }),
  )

/** @throws AppError not_found */
export async function findBatch(id: string) {
  const row = isUuid(id) ? await asPlatform((tx) => tx.batch.findUnique({ where: { id } })) : null
  if (!row) throw new AppError('not_found')
  return row
}

interface Wanted {
  state?: Prisma.BatchItemWhereInput['state']
  after: number
  take: number
}

/** The items of a batch in their order, after a place. @throws AppError not_found */
export async function findItems(id: string, { state, after, take }: Wanted) {
  const { id: batchId } = await findBatch(id)
  return asPlatform((tx) =>
    tx.batchItem.findMany({
      where: { batchId, seq: { gt: after }, ...(state && { state }) },
      orderBy: { seq: 'asc' },
      take,
    }),
  )
}

/** Each workspace of a slug that is open, with its environment: what a move or a file may name. */
export async function workspacesOf(slugs: readonly string[]) {
  const rows = await asPlatform((tx) =>
    tx.workspace.findMany({
      where: { slug: { in: [...new Set(slugs)] } },
      select: { slug: true, environment: true, archivedAt: true },
    }),
  )
  return new Map(rows.map((row) => [row.slug, row]))
}
