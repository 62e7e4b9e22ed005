import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { rotate } from './change-key'
import { rotationInput } from './input'
import { ofTenant } from './key'
import { keyWithSecret } from './view'

export const rotateKey = operation({
  name: 'keys.rotate',
  summary: 'Give an API key a new secret; the one in use keeps working for an overlap.',
  permission: 'keys.manage',
  effect: 'write',
  http: { method: 'POST', path: '/keys/{id}/rotate' },
  secret: ['secret'],
  input: rotationInput,
  output: keyWithSecret,
  run: (caller, input) => asTenant(caller, (tx) => rotate(tx, caller, ofTenant(caller), input)),
})
