import { operation } from '@/lib/kernel/operation'
import { newKeyInput } from './input'
import { insertKey } from './insert-key'
import { withPlatformKeys } from './platform'
import { keyWithSecret } from './view'

export const createPlatformKey = operation({
  name: 'keys.create_platform',
  summary: 'Create a key of the platform, which acts across organisations; its secret is shown this once.',
  permission: 'keys.oversee',
  effect: 'write',
  http: { method: 'POST', path: '/admin/keys' },
  secret: ['secret'],
  input: newKeyInput,
  output: keyWithSecret,
  run: (caller, input) => withPlatformKeys((tx, holder) => insertKey(tx, caller, holder, input)),
})
