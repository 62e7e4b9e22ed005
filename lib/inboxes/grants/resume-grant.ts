import { AppError } from '@/lib/kernel/errors'
import { operation } from '@/lib/kernel/operation'
import { idInput } from '../input'
import { grantView } from '../view'
import { changeGrant, recordGrant } from './change-grant'
import { endTokensOf } from './end-tokens'

export const resumeGrant = operation({
  name: 'grants.resume',
  summary: 'Let a suspended grant mint tokens again; those from before stay dead.',
  permission: 'grants.change',
  effect: 'write',
  http: { method: 'POST', path: '/grants/{id}/resume' },
  inbox: 'scoped',
  input: idInput,
  output: grantView,
  run: (caller, { id }) =>
    changeGrant(caller, id, async (tx, row) => {
      if (row.revokedAt) throw new AppError('grant_revoked')
      if (!row.suspendedAt) return
      const { tenantId, inboxId } = row
      await tx.grant.updateMany({ where: { id, tenantId }, data: { suspendedAt: null } })
      await endTokensOf(tx, tenantId, { inboxId, grantId: id })
      await recordGrant(tx, caller, row, 'grant.resumed')
    }),
})
