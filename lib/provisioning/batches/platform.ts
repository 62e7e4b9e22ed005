import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import { olderThan, type Position } from '@/lib/kernel/page'
import { asPlatform } from '@/lib/kernel/platform'

// Batches are about many tenants and belong to none.

export const findBatches = (before: Position | undefined, take: number) =>
  asPlatform(async (tx) =>
    withUndo(
      tx,
      await tx.batch.findMany({
        where: olderThan('createdAt', before),
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take,
      }),
    ),
  )

/** @throws AppError not_found */
export const findBatch = (id: string) =>
  asPlatform(async (tx) => {
    const [found] = await withUndo(tx, isUuid(id) ? await tx.batch.findMany({ where: { id } }) : [])
    if (!found) throw new AppError('not_found')
    return found
  })

/** Each with whether it can be taken back: some of its moves stand, and nobody is at it. */
async function withUndo(tx: Tx, rows: Prisma.BatchGetPayload<object>[]) {
  const ids = rows.flatMap(({ id, kind, finishedAt }) => (kind === 'move' && finishedAt ? id : []))
  if (ids.length === 0) return rows.map((row) => ({ row, canUndo: false }))
  const standing = await tx.tenantMove.groupBy({
    by: ['batchId'],
    where: { batchId: { in: ids }, undoneAt: null },
  })
  const undos = await tx.batch.findMany({
    where: { undoes: { in: ids }, finishedAt: null },
    select: { undoes: true },
  })
  const [left, underWay] = [
    new Set(standing.map(({ batchId }) => batchId)),
    new Set(undos.map(({ undoes }) => undoes)),
  ]
  return rows.map((row) => ({ row, canUndo: left.has(row.id) && !underWay.has(row.id) }))
}

interface Wanted {
  state?: Prisma.BatchItemWhereInput['state']
  after: number
  take: number
}

/** The items of a batch in their order, after a place. @throws AppError not_found */
export async function findItems(id: string, { state, after, take }: Wanted) {
  const { row } = await findBatch(id)
  return asPlatform((tx) =>
    tx.batchItem.findMany({
      where: { batchId: row.id, seq: { gt: after }, ...(state && { state }) },
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

/** Which of these slugs are customers': what a file may name. */
export async function tenantsOf(slugs: readonly string[]): Promise<Set<string>> {
  const rows = await asPlatform((tx) =>
    tx.tenant.findMany({
      where: { slug: { in: [...new Set(slugs)] }, kind: 'customer' },
      select: { slug: true },
    }),
  )
  return new Set(rows.map(({ slug }) => slug))
}
