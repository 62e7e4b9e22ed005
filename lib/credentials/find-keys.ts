import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { decodeCursor, olderThan, pageInput, searchInput, toPage } from '@/lib/kernel/page'
import type { z } from 'zod'
import { toViews, withSecrets, type Holder } from './key'

export const keyFilter = pageInput.extend({ search: searchInput })

/** One page of the holder's keys, newest first, also those that open nothing any more. */
export async function findKeys(tx: Tx, holder: Holder, filter: z.output<typeof keyFilter>) {
  const { cursor, limit, search } = filter
  const rows = await tx.apiKey.findMany({
    where: {
      ...holder,
      ...(search && { name: { contains: search, mode: 'insensitive' } }),
      ...olderThan('createdAt', decodeCursor(cursor)),
    },
    include: withSecrets,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const views = await toViews(tx, rows, await databaseTime(tx))
  return toPage(
    rows,
    limit,
    (row) => row.createdAt,
    (row) => views[rows.indexOf(row)]!,
  )
}
