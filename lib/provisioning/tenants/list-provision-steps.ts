import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { stepsOfTenant } from './state/platform'
import { tenantStepsView } from './view'

export const listProvisionSteps = operation({
  name: 'tenants.provision_steps',
  summary: 'Show the steps of what was provisioned for an organisation, addresses masked.',
  permission: 'tenants.inspect',
  effect: 'read',
  http: { method: 'GET', path: '/admin/tenants/{tenant}/steps' },
  input: z.object({
    /** its slug */
    tenant: z.string().max(64),
  }),
  output: tenantStepsView,
  run: (_, { tenant }) => stepsOfTenant(tenant),
})
