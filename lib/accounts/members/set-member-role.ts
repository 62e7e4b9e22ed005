import { z } from 'zod'
import { recordAct } from '@/lib/audit/record-act'
import { asTenant } from '@/lib/kernel/db/tenant'
import { announce } from '@/lib/kernel/live'
import { operation } from '@/lib/kernel/operation'
import { oneAtATime } from '../one-at-a-time'
import { findMember, keepAnOwner, membersOf, toMemberView } from './member'
import { memberRole, memberView } from './view'

export const setMemberRole = operation({
  name: 'members.set_role',
  summary: 'Make somebody an owner, or a member.',
  permission: 'members.manage',
  effect: 'write',
  http: { method: 'PATCH', path: '/members/{id}' },
  input: z.object({ id: z.string().max(64), role: memberRole }),
  output: memberView,
  run: async (caller, { id, role }) => {
    const { tenantId } = caller
    const member = await asTenant(caller, async (tx) => {
      await oneAtATime(tx, membersOf(tenantId))
      const row = await findMember(tx, caller, id)
      if (row.role === role) return row
      if (row.role === 'owner') await keepAnOwner(tx, caller)
      await tx.membership.update({ where: { id: row.id, tenantId }, data: { role } })
      await recordAct(tx, caller, {
        tenantId,
        action: 'member.role_changed',
        subject: { type: 'member', id: row.userId, label: row.user.email },
        before: { role: row.role },
        after: { role },
      })
      return { ...row, role }
    })
    await announce({ tenantId, noun: 'members', id: member.userId })
    return toMemberView(member)
  },
})
