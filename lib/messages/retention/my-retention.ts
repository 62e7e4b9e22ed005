import { z } from 'zod'
import { recordLook } from '@/lib/audit/record-look'
import { Prisma } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { limitsOf } from '@/lib/usage/limits-of'
import { usageTime } from '@/lib/usage/usage-time'
import { dayOf, nextRun } from './night'
import { removalsOf } from './removals/platform'
import { retentionView } from './view'

export const myRetention = operation({
  name: 'retention.mine',
  summary: 'Show for how long mail is kept here, and what tonight deletes.',
  permission: 'usage.read',
  effect: 'read',
  http: { method: 'GET', path: '/retention' },
  input: z.object({}),
  output: retentionView,
  run: async (caller) => {
    const { tenantId: id, tenantName: label } = caller
    const { limits, at } = await asTenant(caller, async (tx) => {
      await recordLook(tx, caller, 'usage.read', { type: 'tenant', id, label })
      const { limits } = await limitsOf(tx, id)
      return { limits, at: nextRun(await usageTime(tx)) }
    })
    return {
      at: at.toISOString(),
      days: {
        inbox: limits.inboxRetentionDays,
        spam: limits.spamRetentionDays,
        trash: limits.trashRetentionDays,
      },
      tonight: await removalsOf(dayOf(at), Prisma.sql`t.id = ${id}::uuid`),
    }
  },
})
