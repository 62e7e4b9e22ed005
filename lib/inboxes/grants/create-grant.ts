import { z } from 'zod'
import type { Tx } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { AppError } from '@/lib/kernel/errors'
import { announce } from '@/lib/kernel/live'
import { operation } from '@/lib/kernel/operation'
import { holdInboxIn, refuseClosed } from '../inbox'
import { grantNameInput } from '../input'
import { grantView } from '../view'
import { recordGrant } from './change-grant'
import { viewOf } from './grant'

// One for each program that works in an inbox, and more than anybody keeps an overview of.
const MOST_GRANTS = 50

export const createGrant = operation({
  name: 'grants.create',
  summary: 'Create another grant on an inbox, to be suspended and revoked by itself.',
  permission: 'grants.change',
  effect: 'write',
  http: { method: 'POST', path: '/grants' },
  inbox: 'inboxId',
  input: z.object({
    inboxId: z.string().max(64).describe('the inbox it is for'),
    name: grantNameInput,
  }),
  output: grantView,
  run: async (caller, { inboxId, name }) => {
    const { tenantId } = caller
    const view = await asTenant(caller, async (tx) => {
      const inbox = await holdInboxIn(tx, caller, inboxId)
      refuseClosed(inbox)
      await refuseTooMany(tx, tenantId, inboxId)
      const row = await tx.grant.create({ data: { tenantId, inboxId, name, createdBy: caller.name } })
      await recordGrant(tx, caller, { ...row, inbox }, 'grant.created', { after: { name } })
      return viewOf(tx, row)
    })
    await announce({ tenantId, noun: 'inboxes', id: inboxId })
    return view
  },
})

async function refuseTooMany(tx: Tx, tenantId: string, inboxId: string): Promise<void> {
  const standing = await tx.grant.count({ where: { tenantId, inboxId, revokedAt: null } })
  if (standing >= MOST_GRANTS) throw new AppError('grant_limit')
}
