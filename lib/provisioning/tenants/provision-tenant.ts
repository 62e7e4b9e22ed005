import { log } from '@/lib/kernel/log'
import { operation } from '@/lib/kernel/operation'
import { planOf, provisionInput } from './plan'
import { startProvision } from './platform'
import { provisionState } from './state/platform'
import { runProvision } from './steps/platform'
import { provisionView } from './view'

export const provisionTenant = operation({
  name: 'tenants.provision',
  summary: 'Make an organisation with its domain and its people in one request, repeatable by a client id.',
  permission: 'tenants.create',
  effect: 'write',
  http: { method: 'POST', path: '/admin/provisions' },
  input: provisionInput,
  output: provisionView,
  run: async (caller, input) => {
    const id = await startProvision(caller, input.clientId, planOf(input))
    // What breaks off here is not lost: its job goes on with it, and the answer says what still waits.
    await runProvision(id, caller).catch((error: unknown) =>
      log().warn({ err: error, provisionId: id }, 'provision broke off'),
    )
    return provisionState(input.clientId)
  },
})
