import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { slugInput } from '../input'
import { putBack } from './platform'
import { versionInput } from './policy-input'
import { policyViewOf } from './policy-view-of'
import { policyView } from './view'

export const restorePolicy = operation({
  name: 'workspaces.restore_policy',
  summary: 'Put the values of an earlier version of a workspace’s policy back, as a new version.',
  permission: 'workspaces.edit',
  effect: 'write',
  http: { method: 'POST', path: '/admin/workspaces/{workspace}/policy/restore' },
  input: z.object({
    workspace: slugInput,
    /** the one that holds now, as you saw it */
    version: versionInput,
    /** the one whose values come back */
    to: versionInput,
  }),
  output: policyView,
  run: async (caller, { workspace, version, to }) =>
    policyViewOf(await putBack(caller, workspace, version, to)),
})
