import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { changeStaffRole } from './platform'
import { toStaffView } from './staff'
import { staffRole, staffView } from './view'

export const setStaffRole = operation({
  name: 'staff.set_role',
  summary: 'Make somebody of the staff an admin, or support.',
  permission: 'staff.manage',
  effect: 'write',
  http: { method: 'PATCH', path: '/admin/staff/{id}' },
  input: z.object({ id: z.string().max(64), role: staffRole }),
  output: staffView,
  run: async (caller, { id, role }) => toStaffView(await changeStaffRole(caller, id, role)),
})
