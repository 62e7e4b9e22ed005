import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { tenantInput } from '../input'
import { toTenantView } from '../to-view'
import { tenantView } from '../view'
import { suspend } from './platform'

export const suspendTenant = operation({
  name: 'tenants.suspend',
  summary: 'Suspend an organisation: its people and keys can read everything, and change nothing.',
  permission: 'tenants.govern',
  effect: 'write',
  http: { method: 'PUT', path: '/admin/tenants/{tenant}/suspension' },
  danger: 'Nobody in this organisation can send or change anything from the next act on.',
  input: tenantInput.extend({
    /** its people read it on every page */
    reason: z.string().trim().min(10).max(500),
  }),
  output: tenantView,
  run: async (caller, { tenant, reason }) => toTenantView(await suspend(caller, tenant, reason)),
})
