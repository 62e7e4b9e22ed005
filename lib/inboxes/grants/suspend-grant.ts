import { databaseTime } from '@/lib/kernel/db/time'
import { AppError } from '@/lib/kernel/errors'
import { operation } from '@/lib/kernel/operation'
import { idInput } from '../input'
import { grantView } from '../view'
import { changeGrant, recordGrant } from './change-grant'
import { endTokensOf } from './end-tokens'

export const suspendGrant = operation({
  name: 'grants.suspend',
  summary: 'Suspend a grant: every token of it is dead at once, and none is minted.',
  permission: 'grants.change',
  effect: 'write',
  http: { method: 'POST', path: '/grants/{id}/suspend' },
  inbox: 'scoped',
  danger: 'Every token of it is dead at once, also after it is resumed.',
  input: idInput,
  output: grantView,
  run: (caller, { id }) =>
    changeGrant(caller, id, async (tx, row) => {
      if (row.revokedAt) throw new AppError('grant_revoked')
      if (row.suspendedAt) return
      const { tenantId, inboxId } = row
      await tx.grant.updateMany({ where: { id, tenantId }, data: { suspendedAt: await databaseTime(tx) } })
      await endTokensOf(tx, tenantId, { inboxId, grantId: id })
      await recordGrant(tx, caller, row, 'grant.suspended')
    }),
})
