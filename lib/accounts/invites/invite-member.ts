import { z } from 'zod'
import { asTenant } from '@/lib/kernel/db/tenant'
import { AppError } from '@/lib/kernel/errors'
import { announce } from '@/lib/kernel/live'
import { operation } from '@/lib/kernel/operation'
import { refuseWhenFull } from '@/lib/usage/room'
import { memberRole } from '../members/view'
import { members, toInviteView } from './invite'
import { parseEmail } from './parse-email'
import { inviteView } from './view'
import { paceInvites, writeInvite } from './write-invite'

export const inviteMember = operation({
  name: 'members.invite',
  summary: 'Invite somebody into this organisation by e-mail.',
  permission: 'members.manage',
  effect: 'write',
  http: { method: 'POST', path: '/invites' },
  input: z.object({ email: z.string().max(1_000), role: memberRole.default('member') }),
  output: inviteView,
  run: async (caller, { role, ...input }) => {
    const { tenantId, tenantName: organisation } = caller
    const email = parseEmail(input.email)
    await paceInvites(`${tenantId} ${email}`)
    const row = await asTenant(caller, async (tx) => {
      const known = await tx.membership.count({ where: { tenantId, user: { email } } })
      if (known > 0) throw new AppError('member_exists', { field: 'email' })
      // An open invitation holds no place: whoever accepts takes it.
      await refuseWhenFull(tx, 'members', { tenantId, field: 'email' })
      return writeInvite(tx, caller, { house: members(tenantId), organisation, email, role })
    })
    await announce({ tenantId, noun: 'members', id: row.id })
    return toInviteView(row, row.sentAt)
  },
})
