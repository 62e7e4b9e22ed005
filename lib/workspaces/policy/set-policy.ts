import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { slugInput } from '../input'
import { mailInput } from './mail/input'
import { editPolicy } from './platform'
import { policyInput, versionInput } from './policy-input'
import { policyViewOf } from './policy-view-of'
import { policyView } from './view'

export const setPolicy = operation({
  name: 'workspaces.set_policy',
  summary: 'Set fields of a workspace’s policy: they hold for the very next act of its tenants.',
  permission: 'workspaces.edit',
  effect: 'write',
  http: { method: 'PUT', path: '/admin/workspaces/{workspace}/policy' },
  input: z.object({
    workspace: slugInput,
    /** the one you saw: refused when somebody edited since */
    version: versionInput,
    /** null is the plan’s; a field left out stays as it is */
    policy: policyInput.default({}),
    /** what it says of mail: a field left out stays as it is, a list is all of it */
    mail: mailInput.default({}),
  }),
  output: policyView,
  run: async (caller, { workspace, ...edit }) => policyViewOf(await editPolicy(caller, workspace, edit)),
})
