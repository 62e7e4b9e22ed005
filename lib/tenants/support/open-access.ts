import { z } from 'zod'
import { announce } from '@/lib/kernel/live'
import { operation } from '@/lib/kernel/operation'
import { openAccessTo } from './platform'
import { toAccessView } from './access'
import { accessView } from './view'

export const openAccess = operation({
  name: 'support.open',
  summary: 'Look into a tenant for an hour, for a reason that the tenant can read.',
  permission: 'support.open',
  effect: 'write',
  http: { method: 'POST', path: '/admin/access' },
  input: z.object({
    /** the tenant's slug */
    tenant: z.string().max(64),
    reason: z.string().trim().min(10).max(500),
  }),
  output: accessView,
  run: async (caller, { tenant, reason }) => {
    const row = await openAccessTo(caller, tenant, reason)
    await announce({ tenantId: row.tenantId, noun: 'audit', id: row.id })
    return toAccessView(row)
  },
})
