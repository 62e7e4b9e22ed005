import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { slugInput, tenantInput } from '../input'
import { limitChangeView } from '../view'
import { compareMove } from './platform'

const place = z.object({ slug: z.string(), name: z.string() })

export const previewMove = operation({
  name: 'tenants.preview_move',
  summary: 'Show what a move to another workspace would change for an organisation, limit by limit.',
  permission: 'tenants.govern',
  effect: 'read',
  http: { method: 'GET', path: '/admin/tenants/{tenant}/moves/preview' },
  input: tenantInput.extend({
    /** slug of where it would go */
    workspace: slugInput,
  }),
  output: z.object({ from: place, to: place, limits: z.array(limitChangeView) }),
  run: (_, { tenant, workspace }) => compareMove(tenant, workspace),
})
