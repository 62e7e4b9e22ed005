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
    return toPage(rows, limit, (row) => row.createdAt, toBatchView)
  },
})
