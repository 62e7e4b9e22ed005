import { z } from 'zod'
import { recordLook } from '@/lib/audit/record-look'
import { asTenant } from '@/lib/kernel/db/tenant'
import { AppError } from '@/lib/kernel/errors'
import { operation } from '@/lib/kernel/operation'
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
      return tx.tenant.findUnique({ where: { id }, include: { workspace: true } })
    })
    if (!row) throw new AppError('not_found')
    return { ...row, createdAt: row.createdAt.toISOString() }
  },
})
