import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { removeFromStaff } from './platform'

export const removeStaff = operation({
  name: 'staff.remove',
  summary: 'Take somebody off the staff, and out of every tenant they look into.',
  permission: 'staff.manage',
  effect: 'write',
  http: { method: 'DELETE', path: '/admin/staff/{id}' },
  danger: 'The person loses every desk of the platform at once.',
  input: z.object({ id: z.string().max(64) }),
  output: z.object({ id: z.uuid() }),
  run: async (caller, { id }) => {
    await removeFromStaff(caller, id)
    return { id }
  },
})
