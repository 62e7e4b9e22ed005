import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { decodeCursor, pageInput, pageOf, toPage } from '@/lib/kernel/page'
import { toTrail } from '../to-view'
import { overseenTrailView } from '../view'
import { tenantsOlder, walkTrail } from './platform'

export const verifyAll = operation({
  name: 'audit.verify_all',
  summary: 'Check the trails of all organisations, a page of organisations at a time.',
  permission: 'audit.oversee',
  effect: 'read',
  http: { method: 'GET', path: '/admin/audit/verify' },
  // Each of them is read whole.
  input: pageInput.extend({ limit: z.number().int().min(1).max(20).default(20) }),
  output: pageOf(overseenTrailView).extend({
    /** whether every trail of this page is whole */
    ok: z.boolean(),
  }),
  run: async (_, { cursor, limit }) => {
    const tenants = await tenantsOlder(decodeCursor(cursor), limit + 1)
    const page = toPage(
      tenants,
      limit,
      (row) => row.createdAt,
      (row) => row,
    )
    const items = []
    for (const { id, slug, name, environment } of page.items)
      items.push({ ...toTrail(name, await walkTrail(id)), slug, environment })
    return { ...page, items, ok: items.every((trail) => trail.ok) }
  },
})
