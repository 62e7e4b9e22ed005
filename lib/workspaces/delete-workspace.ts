import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { slugInput } from './input'
import { removeWorkspace } from './ending/platform'

export const deleteWorkspace = operation({
  name: 'workspaces.delete',
  summary: 'Delete a workspace that never had a tenant.',
  permission: 'workspaces.edit',
  effect: 'write',
  http: { method: 'DELETE', path: '/admin/workspaces/{workspace}' },
  danger: 'The workspace is gone for good, with its patterns, its policy and the history of it.',
  input: z.object({ workspace: slugInput }),
  output: z.object({ id: z.uuid() }),
  run: async (caller, { workspace }) => ({ id: await removeWorkspace(caller, workspace) }),
})
