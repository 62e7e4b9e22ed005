import { z } from 'zod'
import { asTenant } from '@/lib/kernel/db/tenant'
import { AppError } from '@/lib/kernel/errors'
import { operation } from '@/lib/kernel/operation'
import { holdCounter } from '@/lib/usage/hold-counter'
import { announceFiling, changedOutput, holdMessages, idsInput, idsOf, recordFiling } from './hold-messages'

export const deleteMessages = operation({
  name: 'messages.delete',
  summary: 'Delete messages that lie in trash, spam or quarantine, for good.',
  permission: 'messages.file',
  effect: 'write',
  http: { method: 'POST', path: '/messages/delete' },
  danger: 'These messages and what is attached to them are gone for good.',
  inbox: 'scoped',
  input: z.object({ ids: idsInput }),
  output: changedOutput,
  run: async (caller, { ids }) => {
    const { tenantId } = caller
    const rows = await asTenant(caller, async (tx) => {
      // Room is given back by what follows: whoever receives takes it before anything else, and so does this.
      await holdCounter(tx, tenantId, 'storageBytes')
      const held = await holdMessages(tx, caller, ids)
      if (held.some(({ folder }) => folder === 'inbox')) throw new AppError('message_in_use')
      await recordFiling(tx, caller, 'messages.deleted', held, {})
      await tx.message.deleteMany({ where: { tenantId, id: { in: idsOf(held) } } })
      return held
    })
    await announceFiling(caller, rows)
    return { changed: rows.length }
  },
})
