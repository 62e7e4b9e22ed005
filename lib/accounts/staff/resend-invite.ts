import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { toInviteView } from '../invites/invite'
import { inviteView } from '../invites/view'
import { resendStaffInvite } from './platform'

export const resendInviteOfStaff = operation({
  name: 'staff.resend_invite',
  summary: 'Send an invitation onto the staff again, with a new link.',
  permission: 'staff.manage',
  effect: 'write',
  http: { method: 'POST', path: '/admin/staff/invites/{id}/resend' },
  input: z.object({ id: z.string().max(64) }),
  output: inviteView,
  run: async (caller, { id }) => {
    const row = await resendStaffInvite(caller, id)
    return toInviteView(row, row.sentAt)
  },
})
