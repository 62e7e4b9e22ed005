import { z } from 'zod'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { lookOf } from '../look-of'
import { untilInput } from '../time-input'
import { reportOf } from './report-of'
import { reportView } from './view'

export const report = operation({
  name: 'audit.report',
  summary:
    'Show what this organisation consisted of at a time: accounts, domains, inboxes, grants and what its workspace prescribed.',
  permission: 'audit.report',
  effect: 'read',
  http: { method: 'GET', path: '/audit/report' },
  input: z.object({ at: untilInput }),
  output: reportView,
  run: async (caller, { at }) => {
    await asTenant(caller, (tx) => lookOf(tx, caller, 'audit.reported'))
    return reportOf(caller.tenantId, at, 'customer')
  },
})
