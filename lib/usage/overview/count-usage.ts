import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { countStandings } from './platform'
import { totalsView } from './view'

export const countUsage = operation({
  name: 'usage.totals',
  summary: 'Count the tenants, and those that are near a limit, at one, or suspended.',
  permission: 'usage.oversee',
  effect: 'read',
  http: { method: 'GET', path: '/admin/usage/totals' },
  input: z.object({}),
  output: totalsView,
  run: () => countStandings(),
})
