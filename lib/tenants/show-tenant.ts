import { z } from 'zod'
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
    const row = await asTenant(caller, (tx) =>
      tx.tenant.findUnique({ where: { id: caller.tenantId }, include: { workspace: true } }),
    )
    if (!row) throw new AppError('not_found')
    return { ...row, createdAt: row.createdAt.toISOString() }
  },
})
