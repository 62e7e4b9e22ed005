import { z } from 'zod'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { findInvite, members, toInviteView } from './invite'
import { inviteView } from './view'
import { paceInvites, renewInvite } from './write-invite'

export const resendInvite = operation({
  name: 'members.resend_invite',
  summary: 'Send an invitation again, with a new link; the older link stops working.',
  permission: 'members.manage',
  effect: 'write',
  http: { method: 'POST', path: '/invites/{id}/resend' },
  input: z.object({ id: z.string().max(64) }),
  output: inviteView,
  run: async (caller, { id }) => {
    const house = members(caller.tenantId)
    await asTenant(caller, (tx) => findInvite(tx, house, id))
    await paceInvites(id)
    const row = await asTenant(caller, async (tx) =>
      renewInvite(tx, caller, await findInvite(tx, house, id), caller.tenantName),
    )
    return toInviteView(row, row.sentAt)
  },
})
