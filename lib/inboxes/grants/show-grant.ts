import { recordLook } from '@/lib/audit/record-look'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { idInput } from '../input'
import { grantView } from '../view'
import { findGrantIn, viewOf } from './grant'

export const showGrant = operation({
  name: 'grants.show',
  summary: 'Show a grant with how many of its tokens are valid.',
  permission: 'grants.read',
  effect: 'read',
  http: { method: 'GET', path: '/grants/{id}' },
  inbox: 'scoped',
  input: idInput,
  output: grantView,
  run: (caller, { id }) =>
    asTenant(caller, async (tx) => {
      const row = await findGrantIn(tx, caller, id)
      const label = `${row.name} on ${row.inbox.address}`
      await recordLook(tx, caller, 'grant.read', { type: 'grant', id, label })
      return viewOf(tx, row)
    }),
})
