import { recordLook } from '@/lib/audit/record-look'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { decodeCursor, olderThan, pageInput, pageOf, searchInput, toPage } from '@/lib/kernel/page'
import { withRecords } from './domain'
import { toSummary } from './to-view'
import { domainSummary } from './view'

export const listDomains = operation({
  name: 'domains.list',
  summary: 'List the domains of this organisation, newest first.',
  permission: 'domains.read',
  effect: 'read',
  http: { method: 'GET', path: '/domains' },
  input: pageInput.extend({ search: searchInput }),
  output: pageOf(domainSummary),
  run: async (caller, { cursor, limit, search }) => {
    const { tenantId, tenantName } = caller
    const rows = await asTenant(caller, async (tx) => {
      await recordLook(tx, caller, 'domains.read', { type: 'tenant', id: tenantId, label: tenantName })
      return tx.domain.findMany({
        where: {
          tenantId,
          ...(search && { name: { contains: search.toLowerCase() } }),
          ...olderThan('createdAt', decodeCursor(cursor)),
        },
        include: withRecords,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      })
    })
    return toPage(rows, limit, (row) => row.createdAt, toSummary)
  },
})
