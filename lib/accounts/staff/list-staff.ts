import { operation } from '@/lib/kernel/operation'
import { decodeCursor, pageInput, pageOf, toPage } from '@/lib/kernel/page'
import { staffPage } from './platform'
import { toStaffView } from './staff'
import { staffView } from './view'

export const listStaff = operation({
  name: 'staff.list',
  summary: 'List the staff of the platform, newest first.',
  permission: 'staff.manage',
  effect: 'read',
  http: { method: 'GET', path: '/admin/staff' },
  input: pageInput,
  output: pageOf(staffView),
  run: async (_, { cursor, limit }) =>
    toPage(await staffPage(decodeCursor(cursor), limit + 1), limit, (row) => row.createdAt, toStaffView),
})
