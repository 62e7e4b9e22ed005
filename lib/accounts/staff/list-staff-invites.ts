import { operation } from '@/lib/kernel/operation'
import { decodeCursor, pageInput, pageOf, toPage } from '@/lib/kernel/page'
import { toInviteView } from '../invites/invite'
import { inviteView } from '../invites/view'
import { staffInvites } from './platform'

export const listStaffInvites = operation({
  name: 'staff.invites',
  summary: 'List the open invitations onto the staff, newest first.',
  permission: 'staff.manage',
  effect: 'read',
  http: { method: 'GET', path: '/admin/staff/invites' },
  input: pageInput,
  output: pageOf(inviteView),
  run: async (_, { cursor, limit }) => {
    const { rows, now } = await staffInvites(decodeCursor(cursor), limit + 1)
    return toPage(
      rows,
      limit,
      (row) => row.createdAt,
      (row) => toInviteView(row, now),
    )
  },
})
