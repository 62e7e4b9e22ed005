import { recordLook } from '@/lib/audit/record-look'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { findInboxIn } from './inbox'
import { idInput } from './input'
import { viewOf } from './to-view'
import { inboxView } from './view'

export const showInbox = operation({
  name: 'inboxes.show',
  summary: 'Show an inbox with its addresses, whether mail comes in, and what is unread.',
  permission: 'inboxes.read',
  effect: 'read',
  http: { method: 'GET', path: '/inboxes/{id}' },
  inbox: 'id',
  input: idInput,
  output: inboxView,
  run: (caller, { id }) =>
    asTenant(caller, async (tx) => {
      const row = await findInboxIn(tx, caller, id)
      await recordLook(tx, caller, 'inbox.read', { type: 'inbox', id, label: row.address })
      return viewOf(tx, row)
    }),
})
