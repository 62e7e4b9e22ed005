import { z } from 'zod'
import { recordLook } from '@/lib/audit/record-look'
import { asTenant } from '@/lib/kernel/db/tenant'
import type { Prisma } from '@/lib/kernel/db/client'
import { operation } from '@/lib/kernel/operation'
import { decodeCursor, olderThan, pageInput, pageOf, searchInput, toPage } from '@/lib/kernel/page'
import { inReach, whole } from './inbox'
import { toViews } from './to-view'
import { inboxStates, inboxView, type InboxView } from './view'

export const listInboxes = operation({
  name: 'inboxes.list',
  summary: 'List the inboxes of this organisation with what is unread in them, newest first.',
  permission: 'inboxes.read',
  effect: 'read',
  http: { method: 'GET', path: '/inboxes' },
  inbox: 'scoped',
  input: pageInput.extend({
    search: searchInput.describe('in their addresses and names'),
    state: z.enum(inboxStates).optional(),
    unread: z.boolean().optional().describe('only those with unread mail in their inbox'),
  }),
  output: pageOf(inboxView),
  run: (caller, { cursor, limit, search, state, unread }) =>
    asTenant(caller, async (tx) => {
      const { tenantId, tenantName } = caller
      await recordLook(tx, caller, 'inboxes.read', { type: 'tenant', id: tenantId, label: tenantName })
      const rows = await tx.inbox.findMany({
        where: {
          AND: [
            inReach(caller),
            state ? standing[state] : {},
            unread ? { counts: { some: { folder: 'inbox', unread: { gt: 0 } } } } : {},
            search ? found(search) : {},
            olderThan('createdAt', decodeCursor(cursor)),
          ],
        },
        include: whole,
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

const standing: Record<InboxView['state'], Prisma.InboxWhereInput> = {
  open: { closedAt: null, suspendedAt: null },
  suspended: { closedAt: null, suspendedAt: { not: null } },
  closed: { closedAt: { not: null } },
}

const found = (search: string): Prisma.InboxWhereInput => ({
  OR: [
    { name: { contains: search, mode: 'insensitive' } },
    { address: { contains: search.toLowerCase() } },
    { addresses: { some: { address: { contains: search.toLowerCase() } } } },
  ],
})
