import { operation } from '@/lib/kernel/operation'
import { tenantInput } from '../input'
import { toTenantView } from '../to-view'
import { planView, tenantView } from '../view'
import { setPlanOf } from './platform'

export const setPlan = operation({
  name: 'tenants.set_plan',
  summary: 'Put an organisation on another plan; its limits follow at once.',
  permission: 'tenants.govern',
  effect: 'write',
  http: { method: 'PUT', path: '/admin/tenants/{tenant}/plan' },
  input: tenantInput.extend({ plan: planView }),
  output: tenantView,
  run: async (caller, { tenant, plan }) => toTenantView(await setPlanOf(caller, tenant, plan)),
})
