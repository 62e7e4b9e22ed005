import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { decodeCursor, olderThan, pageInput, pageOf, toPage } from '@/lib/kernel/page'
import { filtered, filterInput } from './filter'
import { lookOf } from './look-of'
import { reasonsOf, toView } from './to-view'
import { auditEventView } from './view'

export const listActivity = operation({
  name: 'audit.list',
  summary: 'List what happened in this organisation, newest first.',
  permission: 'audit.read',
  effect: 'read',
  http: { method: 'GET', path: '/audit' },
  input: pageInput.extend(filterInput.shape),
  output: pageOf(auditEventView),
  run: async (caller, { cursor, limit, ...filter }) => {
    const { rows, reasons } = await asTenant(caller, async (tx) => {
      await lookOf(tx, caller, 'audit.read')
      const rows = await tx.auditEvent.findMany({
        where: {
          tenantId: caller.tenantId,
          AND: [...filtered(filter), olderThan('at', decodeCursor(cursor))],
        },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      })
      return { rows, reasons: await reasonsOf(tx, rows) }
    })
    return toPage(
      rows,
      limit,
      (row) => row.at,
      (row) => toView(row, reasons),
    )
  },
})
