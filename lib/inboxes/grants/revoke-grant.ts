import { databaseTime } from '@/lib/kernel/db/time'
import { operation } from '@/lib/kernel/operation'
import { idInput } from '../input'
import { grantView } from '../view'
import { changeGrant, recordGrant } from './change-grant'
import { endTokensOf } from './end-tokens'

export const revokeGrant = operation({
  name: 'grants.revoke',
  summary: 'Revoke a grant for good: every token of it is dead at once.',
  permission: 'grants.change',
  effect: 'write',
  http: { method: 'DELETE', path: '/grants/{id}' },
  inbox: 'scoped',
  danger: 'Every token of it is dead at once, and it never mints another.',
  input: idInput,
  output: grantView,
  run: (caller, { id }) =>
    changeGrant(caller, id, async (tx, row) => {
      if (row.revokedAt) return
      const { tenantId, inboxId } = row
      await endTokensOf(tx, tenantId, { inboxId, grantId: id })
      await tx.grant.updateMany({ where: { id, tenantId }, data: { revokedAt: await databaseTime(tx) } })
      await recordGrant(tx, caller, row, 'grant.revoked', { before: { name: row.name } })
    }),
})
