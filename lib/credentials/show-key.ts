import { recordLook } from '@/lib/audit/record-look'
import { asTenant } from '@/lib/kernel/db/tenant'
import { databaseTime } from '@/lib/kernel/db/time'
import { operation } from '@/lib/kernel/operation'
import { idInput } from './input'
import { findKeyIn, ofTenant, toViews } from './key'
import { keyView } from './view'

export const showKey = operation({
  name: 'keys.show',
  summary: 'Show an API key: its scopes, its state and when it was last used.',
  permission: 'keys.read',
  effect: 'read',
  http: { method: 'GET', path: '/keys/{id}' },
  input: idInput,
  output: keyView,
  run: (caller, { id }) =>
    asTenant(caller, async (tx) => {
      const row = await findKeyIn(tx, ofTenant(caller), id)
      await recordLook(tx, caller, 'key.read', { type: 'key', id, label: row.name })
      const [view] = await toViews(tx, [row], await databaseTime(tx))
      return view!
    }),
})
