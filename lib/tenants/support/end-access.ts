import { z } from 'zod'
import { announce } from '@/lib/kernel/live'
import { operation } from '@/lib/kernel/operation'
import { endAccessOf } from './platform'

export const endAccess = operation({
  name: 'support.end',
  summary: 'End your access to a tenant.',
  permission: 'support.open',
  effect: 'write',
  http: { method: 'DELETE', path: '/admin/access/{id}' },
  input: z.object({ id: z.string().max(64) }),
  output: z.object({ id: z.uuid() }),
  run: async (caller, { id }) => {
    const { tenantId } = await endAccessOf(caller, id)
    await announce({ tenantId, noun: 'audit', id })
    return { id }
  },
})
