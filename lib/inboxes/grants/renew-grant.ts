import { AppError } from '@/lib/kernel/errors'
import { operation } from '@/lib/kernel/operation'
import { idInput } from '../input'
import { grantView } from '../view'
import { changeGrant, recordGrant } from './change-grant'
import { endTokensOf } from './end-tokens'

export const renewGrant = operation({
  name: 'grants.renew',
  summary: 'End every token of a grant and begin it anew; the grant itself stays.',
  permission: 'grants.change',
  effect: 'write',
  http: { method: 'POST', path: '/grants/{id}/renew' },
  inbox: 'scoped',
  danger: 'Every token of it is dead at once; its program mints a new one.',
  input: idInput,
  output: grantView,
  run: (caller, { id }) =>
    changeGrant(caller, id, async (tx, row) => {
      if (row.revokedAt) throw new AppError('grant_revoked')
      const { tenantId, inboxId } = row
      await endTokensOf(tx, tenantId, { inboxId, grantId: id })
      await recordGrant(tx, caller, row, 'grant.renewed')
    }),
})
