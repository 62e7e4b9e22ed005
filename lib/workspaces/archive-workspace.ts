import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { slugInput } from './input'
import { archive } from './ending/platform'
import { workspaceWithPolicy } from './policy/view'
import { showing } from './show-workspace'

export const archiveWorkspace = operation({
  name: 'workspaces.archive',
  summary: 'Archive a workspace that has no tenants: none can be put into it, and its patterns bring none.',
  permission: 'workspaces.edit',
  effect: 'write',
  http: { method: 'POST', path: '/admin/workspaces/{workspace}/archive' },
  input: z.object({ workspace: slugInput }),
  output: workspaceWithPolicy,
  run: async (caller, { workspace }) => showing(await archive(caller, workspace)),
})
