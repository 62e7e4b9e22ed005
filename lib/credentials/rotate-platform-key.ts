import { operation } from '@/lib/kernel/operation'
import { rotate } from './change-key'
import { rotationInput } from './input'
import { withPlatformKeys } from './platform'
import { keyWithSecret } from './view'

export const rotatePlatformKey = operation({
  name: 'keys.rotate_platform',
  summary: 'Give a key of the platform a new secret; the one in use keeps working for an overlap.',
  permission: 'keys.oversee',
  effect: 'write',
  http: { method: 'POST', path: '/admin/keys/{id}/rotate' },
  secret: ['secret'],
  input: rotationInput,
  output: keyWithSecret,
  run: (caller, input) => withPlatformKeys((tx, holder) => rotate(tx, caller, holder, input)),
})
