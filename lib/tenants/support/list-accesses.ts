import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { toAccessView } from './access'
import { openAccessesOf } from './platform'
import { accessView } from './view'

export const listAccesses = operation({
  name: 'support.list',
  summary: 'List the tenants you have access to now.',
  permission: 'support.open',
  effect: 'read',
  http: { method: 'GET', path: '/admin/access' },
  input: z.object({}),
  output: z.object({ items: z.array(accessView) }),
  run: async (caller) => ({ items: (await openAccessesOf(caller)).map(toAccessView) }),
})
