import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { decodeCursor, pageInput, pageOf, searchInput, toPage } from '@/lib/kernel/page'
import { slugInput } from './input'
import { findTenants } from './platform'
import { toFoundView } from './to-view'
import { environmentView, foundTenantView, planView } from './view'

export const searchTenants = operation({
  name: 'tenants.search',
  summary: 'Find tenants by name, slug or domain, plan, environment or workspace.',
  permission: 'tenants.search',
  effect: 'read',
  http: { method: 'GET', path: '/admin/tenants' },
  input: pageInput.extend({
    search: searchInput,
    plan: planView.optional(),
    environment: environmentView.optional(),
    /** slug of the workspace they are in */
    workspace: slugInput.optional(),
    suspended: z.boolean().optional(),
  }),
  output: pageOf(foundTenantView),
  run: async (_, { cursor, limit, search, ...filters }) => {
    const sought = { ...filters, search: search || undefined }
    const rows = await findTenants(sought, decodeCursor(cursor), limit + 1)
    return toPage(rows, limit, (row) => row.createdAt, toFoundView)
  },
})
