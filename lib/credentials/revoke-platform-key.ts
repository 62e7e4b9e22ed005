import { operation } from '@/lib/kernel/operation'
import { revoke } from './change-key'
import { idInput } from './input'
import { withPlatformKeys } from './platform'
import { keyView } from './view'

export const revokePlatformKey = operation({
  name: 'keys.revoke_platform',
  summary: 'Revoke a key of the platform: the next call with it is refused.',
  permission: 'keys.oversee',
  effect: 'write',
  http: { method: 'DELETE', path: '/admin/keys/{id}' },
  danger: 'Every program of the platform that uses this key is cut off at once, in every organisation.',
  input: idInput,
  output: keyView,
  run: (caller, { id }) => withPlatformKeys((tx, holder) => revoke(tx, caller, holder, id)),
})
