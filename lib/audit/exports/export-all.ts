import { operation } from '@/lib/kernel/operation'
import { bounded, overseeInput } from '../oversight/input'
import { findEvents } from '../oversight/platform'
import { recordExport } from './platform'
import { rowByRow, rowsOutput } from './rows'

export const exportAll = operation({
  name: 'audit.export_all',
  summary: 'Export what happened in all organisations: the last 30 days, unless a beginning is named.',
  permission: 'audit.oversee',
  effect: 'read',
  http: { method: 'GET', path: '/admin/audit/export' },
  streams: true,
  input: overseeInput,
  output: rowsOutput,
  run: async (caller, asked) => {
    const filter = bounded(asked)
    // Refused here, before anything is sent, when there is no such organisation.
    await findEvents(filter, {}, 1)
    await recordExport(caller, filter)
    const read = async (older: object, take: number) => (await findEvents(filter, older, take)).rows
    return { rows: rowByRow(read, ({ tenant }) => ({ tenant: tenant.slug })) }
  },
})
