import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { untilInput } from '../time-input'
import { tenantIdOf } from './platform'
import { reportOf } from './report-of'
import { reportView } from './view'

export const reportFor = operation({
  name: 'audit.report_for',
  summary: 'Show what an organisation consisted of at a time.',
  permission: 'audit.oversee',
  effect: 'read',
  http: { method: 'GET', path: '/admin/audit/report' },
  input: z.object({ tenant: z.string().max(64), at: untilInput }),
  output: reportView,
  run: async (_, { tenant, at }) => reportOf(await tenantIdOf(tenant), at, 'admin'),
})
