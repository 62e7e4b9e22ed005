import { z } from 'zod'
import { findDomainIn } from '@/lib/domains/domain'
import { findInboxIn, refuseClosed } from '@/lib/inboxes/inbox'
import { asTenant } from '@/lib/kernel/db/tenant'
import { AppError } from '@/lib/kernel/errors'
import { operation } from '@/lib/kernel/operation'
import { newKeyInput } from './input'
import { insertKey } from './insert-key'
import { ofTenant } from './key'
import { keyWithSecret } from './view'

export const createKey = operation({
  name: 'keys.create',
  summary: 'Create an API key with scopes; its secret is shown this once.',
  permission: 'keys.manage',
  effect: 'write',
  http: { method: 'POST', path: '/keys' },
  secret: ['secret'],
  input: newKeyInput.extend({
    domainId: z.string().max(64).nullish().describe('the one domain it may touch; without it, all'),
    inboxId: z.string().max(64).nullish().describe('the one inbox it may touch; without it, all'),
  }),
  output: keyWithSecret,
  run: (caller, input) =>
    asTenant(caller, async (tx) => {
      if (input.domainId && input.inboxId)
        throw new AppError('invalid_input', {
          field: 'inboxId',
          say: 'A key is bound to one domain or to one inbox.',
          next: 'Choose one of them.',
        })
      if (input.domainId) await findDomainIn(tx, caller, input.domainId)
      if (input.inboxId) refuseClosed(await findInboxIn(tx, caller, input.inboxId))
      return insertKey(tx, caller, ofTenant(caller), input)
    }),
})
