import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { slugInput } from './input'
import { unarchive } from './ending/platform'
import { workspaceWithPolicy } from './policy/view'
import { showing } from './show-workspace'

export const restoreWorkspace = operation({
  name: 'workspaces.restore',
  summary: 'Bring an archived workspace back, with its patterns and its policy.',
  permission: 'workspaces.edit',
  effect: 'write',
  http: { method: 'POST', path: '/admin/workspaces/{workspace}/restore' },
  input: z.object({ workspace: slugInput }),
  output: workspaceWithPolicy,
  run: async (caller, { workspace }) => showing(await unarchive(caller, workspace)),
})
