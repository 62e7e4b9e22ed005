import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { tenantInput } from '../input'
import { limitChangeView, planView } from '../view'
import { comparePlan } from './platform'

export const previewPlan = operation({
  name: 'tenants.preview_plan',
  summary: 'Show what another plan would change for an organisation, limit by limit.',
  permission: 'tenants.govern',
  effect: 'read',
  http: { method: 'GET', path: '/admin/tenants/{tenant}/plan' },
  input: tenantInput.extend({ plan: planView }),
  output: z.object({ from: planView, to: planView, limits: z.array(limitChangeView) }),
  run: async (_, { tenant, plan }) => ({ ...(await comparePlan(tenant, plan)), to: plan }),
})
