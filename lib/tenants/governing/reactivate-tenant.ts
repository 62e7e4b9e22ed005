import { operation } from '@/lib/kernel/operation'
import { tenantInput } from '../input'
import { toTenantView } from '../to-view'
import { tenantView } from '../view'
import { reactivate } from './platform'

export const reactivateTenant = operation({
  name: 'tenants.reactivate',
  summary: 'End the suspension of an organisation.',
  permission: 'tenants.govern',
  effect: 'write',
  http: { method: 'DELETE', path: '/admin/tenants/{tenant}/suspension' },
  input: tenantInput,
  output: tenantView,
  run: async (caller, { tenant }) => toTenantView(await reactivate(caller, tenant)),
})
