import { operation } from '@/lib/kernel/operation'
import { decodeCursor, olderThan, pageInput, pageOf, toPage } from '@/lib/kernel/page'
import { toView } from '../to-view'
import { foundEventView } from '../view'
import { bounded, overseeInput } from './input'
import { findEvents } from './platform'

export const searchEvents = operation({
  name: 'audit.search',
  summary: 'Search what happened in all organisations: the last 30 days, unless a beginning is named.',
  permission: 'audit.oversee',
  effect: 'read',
  http: { method: 'GET', path: '/admin/audit' },
  input: pageInput.extend(overseeInput.shape),
  output: pageOf(foundEventView),
  run: async (_, { cursor, limit, ...asked }) => {
    const older = olderThan('at', decodeCursor(cursor))
    const { rows, reasons } = await findEvents(bounded(asked), older, limit + 1)
    return toPage(
      rows,
      limit,
      (row) => row.at,
      (row) => ({ ...toView(row, reasons), address: row.address, tenant: row.tenant }),
    )
  },
})
