import { databaseTime } from '@/lib/kernel/db/time'
import { enqueue } from '@/lib/kernel/jobs'
import { operation } from '@/lib/kernel/operation'
import { SUSPENSION_OVER } from '@/lib/tenants/jobs'
import { changeInbox, recordChange } from './change-inbox'
import { endTokensOf } from './grants/end-tokens'
import { idInput } from './input'
import { inboxView } from './view'
import { refuseRole } from './inbox'

/** Its address is free again at once; whatever is opened there has ids of its own, and no token leads into it. */
export const closeInbox = operation({
  name: 'inboxes.close',
  summary: 'Close an inbox for good: it takes no more mail, and its address is free again.',
  permission: 'inboxes.change',
  effect: 'write',
  http: { method: 'DELETE', path: '/inboxes/{id}' },
  inbox: 'id',
  danger:
    'It takes no more mail and cannot be opened again, and its grants are revoked. Its mail can be read until it is as old as mail is kept.',
  input: idInput,
  output: inboxView,
  run: (caller, { id }) =>
    changeInbox(caller, id, async (tx, row) => {
      refuseRole(row)
      if (row.closedAt) return
      const { tenantId } = caller
      const now = await databaseTime(tx)
      await tx.inbox.updateMany({
        where: { id, tenantId },
        data: { closedAt: now, protocolAccess: false },
      })
      await tx.inboxAddress.deleteMany({ where: { inboxId: id, tenantId } })
      await endTokensOf(tx, tenantId, { inboxId: id })
      await tx.grant.updateMany({
        where: { inboxId: id, tenantId, revokedAt: null },
        data: { revokedAt: now },
      })
      const addresses = row.addresses.map(({ address }) => address)
      await recordChange(tx, caller, row, 'inbox.closed', { before: { name: row.name, addresses } })
      if (row.suspendedAt) await enqueue(tx, SUSPENSION_OVER, {})
    }),
})
