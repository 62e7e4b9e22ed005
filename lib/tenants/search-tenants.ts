import { operation } from '@/lib/kernel/operation'
import { decodeCursor, pageInput, pageOf, searchInput, toPage } from '@/lib/kernel/page'
import { findTenants } from './platform'
import { foundTenantView } from './view'

export const searchTenants = operation({
  name: 'tenants.search',
  summary: 'Find tenants by name, slug or domain.',
  permission: 'tenants.search',
  effect: 'read',
  http: { method: 'GET', path: '/admin/tenants' },
  input: pageInput.extend({ search: searchInput }),
  output: pageOf(foundTenantView),
  run: async (_, { cursor, limit, search }) => {
    const rows = await findTenants(search || undefined, decodeCursor(cursor), limit + 1)
    return toPage(
      rows,
      limit,
      (row) => row.createdAt,
      (row) => ({ ...row, members: row._count.memberships, createdAt: row.createdAt.toISOString() }),
    )
  },
})
