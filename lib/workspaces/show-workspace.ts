import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { slugInput } from './input'
import { workspaceOf } from './platform'
import { policyViewOf } from './policy/policy-view-of'
import { workspaceWithPolicy, type WorkspaceWithPolicy } from './policy/view'
import { toWorkspaceView } from './workspace'

export const showWorkspace = operation({
  name: 'workspaces.show',
  summary: 'Show a workspace with its patterns and its policy.',
  permission: 'workspaces.read',
  effect: 'read',
  http: { method: 'GET', path: '/admin/workspaces/{workspace}' },
  input: z.object({ workspace: slugInput }),
  output: workspaceWithPolicy,
  run: async (_, { workspace }) => showing(await workspaceOf(workspace)),
})

/** A workspace as every operation on one answers it. */
export const showing = async (
  found: Awaited<ReturnType<typeof workspaceOf>>,
): Promise<WorkspaceWithPolicy> => ({
  ...toWorkspaceView(found.row, found.tenants),
  patterns: found.patterns,
  policy: await policyViewOf(found.row),
})
