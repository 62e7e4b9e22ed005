import { z } from 'zod'
import { AppError } from '@/lib/kernel/errors'
import { fromFile } from '@/lib/kernel/from-file'
import { operation } from '@/lib/kernel/operation'
import { workspacesOf } from './platform'
import { startBatch } from './start/platform'
import { toBatchView } from './to-view'
import { batchView } from './view'

const MOST = 500

export const moveMany = operation({
  name: 'tenants.move_many',
  summary: 'Move up to 500 organisations to one workspace, as a batch.',
  permission: 'tenants.govern',
  effect: 'write',
  http: { method: 'POST', path: '/admin/batches/moves' },
  input: z.object({
    /** slug of where they go */
    workspace: z.string().trim().max(64),
    /** slugs */
    tenants: z
      .array(z.string().trim().min(1).max(64))
      .min(1)
      .max(MOST)
      .refine((slugs) => new Set(slugs).size === slugs.length, 'Each one once.')
      .meta(fromFile),
  }),
  output: batchView,
  run: async (caller, { workspace, tenants }) => {
    const found = (await workspacesOf([workspace])).get(workspace)
    if (!found) throw new AppError('workspace_unknown', { field: 'workspace' })
    if (found.archivedAt) throw new AppError('workspace_archived', { field: 'workspace' })
    const count = tenants.length === 1 ? 'one tenant' : `${tenants.length} tenants`
    const row = await startBatch(caller, {
      kind: 'move',
      label: `Move ${count} to ${workspace}`,
      items: tenants.map((tenant) => ({ label: tenant, input: { tenant, workspace } })),
    })
    return toBatchView(row)
  },
})
