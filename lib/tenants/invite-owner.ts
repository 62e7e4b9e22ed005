import { z } from 'zod'
import { toInviteView } from '@/lib/accounts/invites/invite'
import { parseEmail } from '@/lib/accounts/invites/parse-email'
import { inviteView } from '@/lib/accounts/invites/view'
import { operation } from '@/lib/kernel/operation'
import { inviteFirstOwner } from './platform'

/** For an organisation that nobody is in: its first invitation expired, or went to a mistyped address. */
export const inviteOwner = operation({
  name: 'tenants.invite_owner',
  summary: 'Invite the first owner of an organisation that has none; an earlier invitation is revoked.',
  permission: 'tenants.create',
  effect: 'write',
  http: { method: 'POST', path: '/admin/tenants/{tenant}/owner' },
  input: z.object({
    /** its slug */
    tenant: z.string().max(64),
    email: z.string().max(1_000),
  }),
  output: inviteView,
  run: async (caller, { tenant, email }) => {
    const row = await inviteFirstOwner(caller, tenant, parseEmail(email))
    return toInviteView(row, row.sentAt)
  },
})
