import { recordLook } from '@/lib/audit/record-look'
import { asTenant } from '@/lib/kernel/db/tenant'
import { databaseTime } from '@/lib/kernel/db/time'
import { operation } from '@/lib/kernel/operation'
import { decodeCursor, olderThan, pageInput, pageOf, toPage } from '@/lib/kernel/page'
import { members, openIn, toInviteView } from './invite'
import { inviteView } from './view'

export const listInvites = operation({
  name: 'members.invites',
  summary: 'List the open invitations into this organisation, newest first.',
  permission: 'members.read',
  effect: 'read',
  http: { method: 'GET', path: '/invites' },
  input: pageInput,
  output: pageOf(inviteView),
  run: async (caller, { cursor, limit }) => {
    const { tenantId } = caller
    const { rows, now } = await asTenant(caller, async (tx) => {
      await recordLook(tx, caller, 'invites.read', {
        type: 'tenant',
        id: tenantId,
        label: caller.tenantName,
      })
      const rows = await tx.invite.findMany({
        where: { ...openIn(members(tenantId)), ...olderThan('createdAt', decodeCursor(cursor)) },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      })
      return { rows, now: await databaseTime(tx) }
    })
    return toPage(
      rows,
      limit,
      (row) => row.createdAt,
      (row) => toInviteView(row, now),
    )
  },
})
