import { operation } from '@/lib/kernel/operation'
import { changeInbox, recordChange } from './change-inbox'
import { refuseFixed } from './inbox'
import { idInput, inboxNameInput } from './input'
import { inboxView } from './view'

export const renameInbox = operation({
  name: 'inboxes.rename',
  summary: 'Give an inbox another name; its address stays.',
  permission: 'inboxes.change',
  effect: 'write',
  http: { method: 'PATCH', path: '/inboxes/{id}' },
  inbox: 'id',
  input: idInput.extend({ name: inboxNameInput }),
  output: inboxView,
  run: (caller, { id, name }) =>
    changeInbox(caller, id, async (tx, row) => {
      refuseFixed(row)
      if (row.name === name) return
      await tx.inbox.updateMany({ where: { id, tenantId: caller.tenantId }, data: { name } })
      await recordChange(tx, caller, row, 'inbox.renamed', { before: { name: row.name }, after: { name } })
    }),
})
