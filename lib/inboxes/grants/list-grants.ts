import { recordLook } from '@/lib/audit/record-look'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { decodeCursor, olderThan, pageInput, pageOf, toPage } from '@/lib/kernel/page'
import { z } from 'zod'
import { findInboxIn } from '../inbox'
import { grantView } from '../view'
import { inReach, toViews } from './grant'

export const listGrants = operation({
  name: 'grants.list',
  summary: 'List the grants of this organisation, or of one inbox, newest first.',
  permission: 'grants.read',
  effect: 'read',
  http: { method: 'GET', path: '/grants' },
  inbox: 'scoped',
  input: pageInput.extend({ inboxId: z.string().max(64).optional().describe('of this inbox only') }),
  output: pageOf(grantView),
  run: (caller, { inboxId, cursor, limit }) =>
    asTenant(caller, async (tx) => {
      const { tenantId, tenantName } = caller
      if (inboxId !== undefined) await findInboxIn(tx, caller, inboxId)
      await recordLook(tx, caller, 'grants.read', { type: 'tenant', id: tenantId, label: tenantName })
      const rows = await tx.grant.findMany({
        where: {
          AND: [
            inReach(caller),
            inboxId === undefined ? {} : { inboxId },
            olderThan('createdAt', decodeCursor(cursor)),
          ],
        },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      })
      const views = await toViews(tx, rows)
      return toPage(
        rows,
        limit,
        (row) => row.createdAt,
        (row) => views[rows.indexOf(row)]!,
      )
    }),
})
