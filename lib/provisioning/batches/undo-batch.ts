import { idInput } from '@/lib/domains/input'
import { operation } from '@/lib/kernel/operation'
import { startUndo } from './start/platform'
import { toBatchView } from './to-view'
import { batchView } from './view'

export const undoBatch = operation({
  name: 'batches.undo',
  summary:
    'Take back the moves of a batch, as far as nothing came after them; answers the batch that does it.',
  permission: 'batches.undo',
  effect: 'write',
  http: { method: 'POST', path: '/admin/batches/{id}/undo' },
  input: idInput,
  output: batchView,
  run: async (caller, { id }) => toBatchView(await startUndo(caller, id)),
})
