import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { endOld } from './change-key'
import { idInput } from './input'
import { ofTenant } from './key'
import { keyView } from './view'

export const endOldSecret = operation({
  name: 'keys.end_old',
  summary: 'End the older secret of an API key that was rotated, before its overlap is over.',
  permission: 'keys.manage',
  effect: 'write',
  http: { method: 'POST', path: '/keys/{id}/end-old' },
  danger: 'Every program that still uses the older secret is cut off at once.',
  input: idInput,
  output: keyView,
  run: (caller, { id }) => asTenant(caller, (tx) => endOld(tx, caller, ofTenant(caller), id)),
})
