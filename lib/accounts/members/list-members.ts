import { recordLook } from '@/lib/audit/record-look'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { decodeCursor, olderThan, pageInput, pageOf, toPage } from '@/lib/kernel/page'
import { toMemberView, withPerson } from './member'
import { memberView } from './view'

export const listMembers = operation({
  name: 'members.list',
  summary: 'List the people of this organisation, newest first.',
  permission: 'members.read',
  effect: 'read',
  http: { method: 'GET', path: '/members' },
  input: pageInput,
  output: pageOf(memberView),
  run: async (caller, { cursor, limit }) => {
    const { tenantId } = caller
    const rows = await asTenant(caller, async (tx) => {
      await recordLook(tx, caller, 'members.read', {
        type: 'tenant',
        id: tenantId,
        label: caller.tenantName,
      })
      return tx.membership.findMany({
        where: { tenantId, ...olderThan('createdAt', decodeCursor(cursor)) },
        include: withPerson,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      })
    })
    return toPage(rows, limit, (row) => row.createdAt, toMemberView)
  },
})
