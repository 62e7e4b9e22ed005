import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { decodeCursor, pageInput, pageOf, searchInput, toPage } from '@/lib/kernel/page'
import { workspacePage } from './platform'
import { environments, workspaceView } from './view'
import { toWorkspaceView } from './workspace'

export const listWorkspaces = operation({
  name: 'workspaces.list',
  summary: 'List the workspaces, and how many tenants each has.',
  permission: 'workspaces.read',
  effect: 'read',
  http: { method: 'GET', path: '/admin/workspaces' },
  input: pageInput.extend({
    search: searchInput,
    environment: z.enum(environments).optional(),
    /** the archived ones instead of the open ones */
    archived: z.boolean().default(false),
  }),
  output: pageOf(workspaceView),
  run: async (_, { cursor, limit, search, environment, archived }) => {
    const filter = { search: search || undefined, environment, archived }
    const { rows, tenants } = await workspacePage(filter, decodeCursor(cursor), limit + 1)
    return toPage(
      rows,
      limit,
      (row) => row.createdAt,
      (row) => toWorkspaceView(row, tenants.get(row.id) ?? 0),
    )
  },
})
