import { idInput } from '@/lib/domains/input'
import { operation } from '@/lib/kernel/operation'
import { stopBatchOf } from './stop/platform'
import { toBatchView } from './to-view'
import { batchView } from './view'

export const stopBatch = operation({
  name: 'batches.stop',
  summary: 'Stop a batch: what waits is refused, and what is done stays.',
  permission: 'batches.stop',
  effect: 'write',
  http: { method: 'POST', path: '/admin/batches/{id}/stop' },
  input: idInput,
  output: batchView,
  run: async (caller, { id }) => toBatchView(await stopBatchOf(caller, id)),
})
