import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { descriptionInput, nameInput, patternsInput, slugInput } from './input'
import { parsePatterns } from './patterns/parse-pattern'
import { changeWorkspace } from './platform'
import { workspaceWithPolicy } from './policy/view'
import { showing } from './show-workspace'

export const editWorkspace = operation({
  name: 'workspaces.edit',
  summary: 'Change the name, the description or the patterns of a workspace.',
  permission: 'workspaces.edit',
  effect: 'write',
  http: { method: 'PATCH', path: '/admin/workspaces/{workspace}' },
  input: z.object({
    workspace: slugInput,
    name: nameInput.optional(),
    description: descriptionInput.optional(),
    /** all of them: one that is left out is taken out */
    patterns: patternsInput.optional(),
  }),
  output: workspaceWithPolicy,
  run: async (caller, { workspace, patterns, ...words }) =>
    showing(
      await changeWorkspace(caller, workspace, {
        ...words,
        ...(patterns && { patterns: parsePatterns(patterns) }),
      }),
    ),
})
