import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { filtered, filterInput, filterWords } from '../filter'
import { recordAct } from '../record-act'
import { rowByRow, rowsOutput } from './rows'

export const exportActivity = operation({
  name: 'audit.export',
  summary: 'Export what happened in this organisation, newest first, as CSV or JSON.',
  permission: 'audit.export',
  effect: 'read',
  http: { method: 'GET', path: '/audit/export' },
  streams: true,
  input: filterInput,
  output: rowsOutput,
  run: async (caller, filter) => {
    const { tenantId, tenantName } = caller
    await asTenant(caller, (tx) =>
      recordAct(tx, caller, {
        ...{ tenantId, action: 'audit.exported' },
        subject: { type: 'tenant', id: tenantId, label: tenantName },
        after: filterWords(filter),
      }),
    )
    const read = (older: object, take: number) =>
      asTenant(caller, (tx) =>
        tx.auditEvent.findMany({
          where: { tenantId, AND: [...filtered(filter), older] },
          orderBy: [{ at: 'desc' }, { id: 'desc' }],
          take,
        }),
      )
    return { rows: rowByRow(read, () => ({})) }
  },
})
