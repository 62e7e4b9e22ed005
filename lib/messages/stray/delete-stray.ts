import { z } from 'zod'
import { idInput } from '@/lib/inboxes/input'
import { operation } from '@/lib/kernel/operation'
import { removeStray } from './platform'

export const deleteStray = operation({
  name: 'stray.delete',
  summary: 'Delete mail that came for nobody we know.',
  permission: 'messages.oversee',
  effect: 'write',
  http: { method: 'DELETE', path: '/admin/stray/{id}' },
  danger: 'The message is gone for good, for whoever it was meant for as well.',
  input: idInput,
  output: z.object({ id: z.uuid() }),
  run: async (caller, { id }) => {
    await removeStray(caller, id)
    return { id }
  },
})
