import { databaseTime } from '@/lib/kernel/db/time'
import { operation } from '@/lib/kernel/operation'
import { changeInbox, recordChange } from './change-inbox'
import { endTokensOf } from './grants/end-tokens'
import { refuseFixed } from './inbox'
import { idInput, reasonInput } from './input'
import { inboxView } from './view'

export const suspendInbox = operation({
  name: 'inboxes.suspend',
  summary: 'Suspend an inbox: its mail waits until it is resumed, and all its tokens end.',
  permission: 'inboxes.change',
  effect: 'write',
  http: { method: 'POST', path: '/inboxes/{id}/suspend' },
  inbox: 'id',
  danger:
    'No mail comes in until it is resumed: senders’ servers are told to try again, for some days, and what the mail network had accepted waits in quarantine. Every token of its grants is dead at once.',
  input: idInput.extend({ reason: reasonInput }),
  output: inboxView,
  run: (caller, { id, reason }) =>
    changeInbox(caller, id, async (tx, row) => {
      refuseFixed(row)
      if (row.suspendedAt) return
      const { tenantId } = caller
      await tx.inbox.updateMany({
        where: { id, tenantId },
        data: { suspendedAt: await databaseTime(tx), suspendedFor: reason },
      })
      await endTokensOf(tx, tenantId, { inboxId: id })
      await recordChange(tx, caller, row, 'inbox.suspended', { after: { reason } })
    }),
})
