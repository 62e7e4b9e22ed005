import { z } from 'zod'
import { recordLook } from '@/lib/audit/record-look'
import { asTenant } from '@/lib/kernel/db/tenant'
import { AppError } from '@/lib/kernel/errors'
import { operation } from '@/lib/kernel/operation'
import { standingOf } from '@/lib/usage/limits-of'
import { toTenantView } from './to-view'
import { tenantView } from './view'

export const showTenant = operation({
  name: 'tenants.show',
  summary: 'Show this organisation and the workspace it belongs to.',
  permission: 'tenants.read',
  effect: 'read',
  http: { method: 'GET', path: '/tenant' },
  input: z.object({}),
  output: tenantView,
  run: async (caller) => {
    const { tenantId: id, tenantName: label } = caller
    const row = await asTenant(caller, async (tx) => {
      await recordLook(tx, caller, 'tenant.read', { type: 'tenant', id, label })
      const row = await tx.tenant.findUnique({ where: { id } })
      return row && { ...row, workspace: (await standingOf(tx, id)).workspace }
    })
    if (!row) throw new AppError('not_found')
    return toTenantView(row)
  },
})
