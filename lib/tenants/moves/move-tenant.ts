import { operation } from '@/lib/kernel/operation'
import { slugInput, tenantInput } from '../input'
import { moveView } from '../view'
import { move } from './platform'

/** What is under way goes on: nothing of the tenant is touched but which policy its next act asks. */
export const moveTenant = operation({
  name: 'tenants.move',
  summary: 'Move an organisation to another workspace of its environment; it can be undone.',
  permission: 'tenants.govern',
  effect: 'write',
  http: { method: 'POST', path: '/admin/tenants/{tenant}/moves' },
  input: tenantInput.extend({
    /** slug of where it goes */
    workspace: slugInput,
    /** slug of where it was seen: refused when it is elsewhere by now */
    from: slugInput.optional(),
  }),
  output: moveView,
  run: (caller, wish) => move(caller, wish),
})
