import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { toInviteView } from '../invites/invite'
import { parseEmail } from '../invites/parse-email'
import { inviteView } from '../invites/view'
import { inviteOntoStaff } from './platform'
import { staffRole } from './view'

export const inviteStaff = operation({
  name: 'staff.invite',
  summary: 'Invite somebody onto the staff of the platform by e-mail.',
  permission: 'staff.manage',
  effect: 'write',
  http: { method: 'POST', path: '/admin/staff/invites' },
  input: z.object({ email: z.string().max(1_000), role: staffRole }),
  output: inviteView,
  run: async (caller, { email, role }) => {
    const row = await inviteOntoStaff(caller, parseEmail(email), role)
    return toInviteView(row, row.sentAt)
  },
})
