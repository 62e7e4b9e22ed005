import { z } from 'zod'
import { recordAct } from '@/lib/audit/record-act'
import { asTenant } from '@/lib/kernel/db/tenant'
import { announce } from '@/lib/kernel/live'
import { operation } from '@/lib/kernel/operation'
import { oneAtATime } from '../one-at-a-time'
import { findMember, keepAnOwner, membersOf } from './member'

/** Membership is read at every request, so the next one of theirs finds nothing here; open streams end within 10 s. */
export const removeMember = operation({
  name: 'members.remove',
  summary: 'Remove somebody from this organisation.',
  permission: 'members.manage',
  effect: 'write',
  http: { method: 'DELETE', path: '/members/{id}' },
  danger: 'The person loses access to this organisation at once.',
  input: z.object({ id: z.string().max(64) }),
  output: z.object({ id: z.uuid() }),
  run: async (caller, { id }) => {
    const { tenantId } = caller
    await asTenant(caller, async (tx) => {
      await oneAtATime(tx, membersOf(tenantId))
      const row = await findMember(tx, caller, id)
      if (row.role === 'owner') await keepAnOwner(tx, caller)
      await tx.membership.delete({ where: { id: row.id, tenantId } })
      await recordAct(tx, caller, {
        tenantId,
        action: 'member.removed',
        subject: { type: 'member', id: row.userId, label: row.user.email },
        before: { role: row.role, name: row.user.name },
      })
    })
    await announce({ tenantId, noun: 'members', id })
    return { id }
  },
})
