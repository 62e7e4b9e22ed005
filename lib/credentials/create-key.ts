import { z } from 'zod'
import { findDomainIn } from '@/lib/domains/domain'
import { asTenant } from '@/lib/kernel/db/tenant'
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
  }),
  output: keyWithSecret,
  run: (caller, input) =>
    asTenant(caller, async (tx) => {
      if (input.domainId) await findDomainIn(tx, caller, input.domainId)
      return insertKey(tx, caller, ofTenant(caller), input)
    }),
})
