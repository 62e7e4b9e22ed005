import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { allWorkspaces } from './platform'
import { workspaceView } from './view'

export const listWorkspaces = operation({
  name: 'workspaces.list',
  summary: 'List the workspaces and how many tenants each has.',
  permission: 'workspaces.read',
  effect: 'read',
  http: { method: 'GET', path: '/admin/workspaces' },
  input: z.object({}),
  output: z.object({ items: z.array(workspaceView) }),
  run: async () => ({ items: (await allWorkspaces()).map((w) => ({ ...w, tenants: w._count.tenants })) }),
})
