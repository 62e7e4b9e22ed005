import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { revoke } from './change-key'
import { idInput } from './input'
import { ofTenant } from './key'
import { keyView } from './view'

export const revokeKey = operation({
  name: 'keys.revoke',
  summary: 'Revoke an API key: the next call with it is refused.',
  permission: 'keys.manage',
  effect: 'write',
  http: { method: 'DELETE', path: '/keys/{id}' },
  danger: 'Every program that uses this key is cut off at once, and it cannot be brought back.',
  input: idInput,
  output: keyView,
  run: (caller, { id }) => asTenant(caller, (tx) => revoke(tx, caller, ofTenant(caller), id)),
})
