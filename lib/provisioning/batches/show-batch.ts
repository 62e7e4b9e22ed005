import { idInput } from '@/lib/domains/input'
import { operation } from '@/lib/kernel/operation'
import { findBatch } from './platform'
import { toBatchView } from './to-view'
import { batchView } from './view'

export const showBatch = operation({
  name: 'batches.show',
  summary: 'Show how far a batch is.',
  permission: 'batches.read',
  effect: 'read',
  http: { method: 'GET', path: '/admin/batches/{id}' },
  input: idInput,
  output: batchView,
  run: async (_, { id }) => {
    const { row, canUndo } = await findBatch(id)
    return toBatchView(row, canUndo)
  },
})
