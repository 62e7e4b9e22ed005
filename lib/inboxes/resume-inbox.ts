import { enqueue } from '@/lib/kernel/jobs'
import { operation } from '@/lib/kernel/operation'
import { SUSPENSION_OVER } from '@/lib/tenants/jobs'
import { changeInbox, recordChange } from './change-inbox'
import { refuseFixed } from './inbox'
import { idInput } from './input'
import { inboxView } from './view'

export const resumeInbox = operation({
  name: 'inboxes.resume',
  summary:
    'Let mail into a suspended inbox again, with what waited in quarantine; its grants mint new tokens.',
  permission: 'inboxes.change',
  effect: 'write',
  http: { method: 'POST', path: '/inboxes/{id}/resume' },
  inbox: 'id',
  input: idInput,
  output: inboxView,
  run: (caller, { id }) =>
    changeInbox(caller, id, async (tx, row) => {
      refuseFixed(row)
      if (!row.suspendedAt) return
      await tx.inbox.updateMany({
        where: { id, tenantId: caller.tenantId },
        data: { suspendedAt: null, suspendedFor: null },
      })
      await recordChange(tx, caller, row, 'inbox.resumed', { before: { reason: row.suspendedFor } })
      await enqueue(tx, SUSPENSION_OVER, {})
    }),
})
