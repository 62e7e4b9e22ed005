import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { shownProvision } from './state/platform'
import { provisionView } from './view'

export const showProvision = operation({
  name: 'tenants.show_provision',
  summary: 'Show what is active of a provision, and whose move the rest is.',
  permission: 'tenants.create',
  effect: 'read',
  http: { method: 'GET', path: '/admin/provisions/{clientId}' },
  input: z.object({ clientId: z.string().max(200) }),
  output: provisionView,
  run: (caller, { clientId }) => shownProvision(caller, clientId),
})
