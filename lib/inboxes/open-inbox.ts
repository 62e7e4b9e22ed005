import { z } from 'zod'
import { asTenant } from '@/lib/kernel/db/tenant'
import { announce } from '@/lib/kernel/live'
import { operation } from '@/lib/kernel/operation'
import { findInboxIn } from './inbox'
import { clientIdInput, domainInput, inboxNameInput, localPartInput } from './input'
import { openInboxIn } from './open-in'
import { viewOf } from './to-view'
import { openedInbox } from './view'

export const openInbox = operation({
  name: 'inboxes.open',
  summary: 'Open an inbox and get its address with the grant to act on it.',
  permission: 'inboxes.open',
  effect: 'write',
  http: { method: 'POST', path: '/inboxes' },
  input: z.object({
    localPart: localPartInput.optional(),
    domain: domainInput.optional(),
    name: inboxNameInput.optional(),
    clientId: clientIdInput.optional(),
  }),
  output: openedInbox,
  run: async (caller, input) => {
    const opened = await asTenant(caller, async (tx) => {
      const { inboxId, grantId } = await openInboxIn(tx, caller, caller.tenantId, input)
      return { ...(await viewOf(tx, await findInboxIn(tx, caller, inboxId))), grantId }
    })
    await announce({ tenantId: caller.tenantId, noun: 'inboxes', id: opened.id })
    return opened
  },
})
