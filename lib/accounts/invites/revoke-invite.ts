import { z } from 'zod'
import { asTenant } from '@/lib/kernel/db/tenant'
import { announce } from '@/lib/kernel/live'
import { operation } from '@/lib/kernel/operation'
import { findInvite, members } from './invite'
import { withdrawInvite } from './write-invite'

export const revokeInvite = operation({
  name: 'members.revoke_invite',
  summary: 'Revoke an invitation: its link stops working.',
  permission: 'members.manage',
  effect: 'write',
  http: { method: 'DELETE', path: '/invites/{id}' },
  danger: 'The link that was mailed stops working at once.',
  input: z.object({ id: z.string().max(64) }),
  output: z.object({ id: z.uuid() }),
  run: async (caller, { id }) => {
    const { tenantId } = caller
    await asTenant(caller, async (tx) =>
      withdrawInvite(tx, caller, await findInvite(tx, members(tenantId), id)),
    )
    await announce({ tenantId, noun: 'members', id })
    return { id }
  },
})
