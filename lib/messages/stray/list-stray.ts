import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { decodeCursor, pageInput, pageOf, searchInput, toPage } from '@/lib/kernel/page'
import { findStrays } from './platform'
import { toStrayView } from './to-view'
import { strayReasons, strayView } from './view'

export const listStray = operation({
  name: 'stray.list',
  summary: 'List mail that came for nobody we know, newest first.',
  permission: 'messages.oversee',
  effect: 'read',
  http: { method: 'GET', path: '/admin/stray' },
  input: pageInput.extend({
    reason: z.enum(strayReasons).optional(),
    /** part of the recipient */
    search: searchInput,
  }),
  output: pageOf(strayView),
  run: async (caller, { cursor, limit, reason, search }) => {
    const rows = await findStrays(caller, { reason, search }, decodeCursor(cursor), limit + 1)
    return toPage(rows, limit, (row) => row.receivedAt, toStrayView)
  },
})
