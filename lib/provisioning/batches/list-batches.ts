import { operation } from '@/lib/kernel/operation'
import { decodeCursor, pageInput, pageOf, toPage } from '@/lib/kernel/page'
import { findBatches } from './platform'
import { toBatchView } from './to-view'
import { batchView } from './view'

export const listBatches = operation({
  name: 'batches.list',
  summary: 'List batches, newest first.',
  permission: 'batches.read',
  effect: 'read',
  http: { method: 'GET', path: '/admin/batches' },
  input: pageInput,
  output: pageOf(batchView),
  run: async (_, { cursor, limit }) => {
    const rows = await findBatches(decodeCursor(cursor), limit + 1)
    const places = rows.map((found) => ({ ...found, id: found.row.id }))
    return toPage(
      places,
      limit,
      ({ row }) => row.createdAt,
      ({ row, canUndo }) => toBatchView(row, canUndo),
    )
  },
})
