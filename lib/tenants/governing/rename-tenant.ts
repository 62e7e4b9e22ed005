import { operation } from '@/lib/kernel/operation'
import { nameInput, tenantInput } from '../input'
import { toTenantView } from '../to-view'
import { tenantView } from '../view'
import { rename } from './platform'

export const renameTenant = operation({
  name: 'tenants.rename',
  summary: 'Give an organisation another name; its slug stays.',
  permission: 'tenants.govern',
  effect: 'write',
  http: { method: 'PATCH', path: '/admin/tenants/{tenant}' },
  input: tenantInput.extend({ name: nameInput }),
  output: tenantView,
  run: async (caller, { tenant, name }) => toTenantView(await rename(caller, tenant, name)),
})
