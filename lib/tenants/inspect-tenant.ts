import { env } from '@/lib/kernel/env'
import { operation } from '@/lib/kernel/operation'
import { tenantInput } from './input'
import { toMoveView } from './moves/to-move-view'
import { wholeTenant } from './platform'
import { toFoundView } from './to-view'
import { trialAddress } from './trial-domain'
import { inspectedTenantView } from './view'

export const inspectTenant = operation({
  name: 'tenants.inspect',
  summary: 'Show all about one organisation: plan, workspace, limits, use, domains and moves.',
  permission: 'tenants.inspect',
  effect: 'read',
  http: { method: 'GET', path: '/admin/tenants/{tenant}' },
  input: tenantInput,
  output: inspectedTenantView,
  run: async (_, { tenant: slug }) => {
    const { row, meters: limits, holds } = await wholeTenant(slug)
    const { PLATFORM_DOMAIN: zone } = env()
    return {
      ...toFoundView(row),
      domainCount: row._count.domains,
      trialAddress: trialAddress(row, zone),
      ...{ limits, holds },
      moves: row.moves.map((move, at) => toMoveView(move, at === 0 ? row : null)),
    }
  },
})
