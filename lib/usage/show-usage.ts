import { z } from 'zod'
import { recordLook } from '@/lib/audit/record-look'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { readUsage } from './read-usage'
import { usageView } from './view'

export const showUsage = operation({
  name: 'usage.show',
  summary: 'Show what this organisation has used of each of its limits, and what the next plan would give.',
  permission: 'usage.read',
  effect: 'read',
  http: { method: 'GET', path: '/usage' },
  input: z.object({}),
  output: usageView,
  run: (caller) => {
    const { tenantId: id, tenantName: label } = caller
    return asTenant(caller, async (tx) => {
      await recordLook(tx, caller, 'usage.read', { type: 'tenant', id, label })
      return readUsage(tx, id)
    })
  },
})
