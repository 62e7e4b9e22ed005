import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { revokeStaffInvite } from './platform'

export const revokeInviteOfStaff = operation({
  name: 'staff.revoke_invite',
  summary: 'Revoke an invitation onto the staff: its link stops working.',
  permission: 'staff.manage',
  effect: 'write',
  http: { method: 'DELETE', path: '/admin/staff/invites/{id}' },
  danger: 'The link that was mailed stops working at once.',
  input: z.object({ id: z.string().max(64) }),
  output: z.object({ id: z.uuid() }),
  run: async (caller, { id }) => {
    await revokeStaffInvite(caller, id)
    return { id }
  },
})
