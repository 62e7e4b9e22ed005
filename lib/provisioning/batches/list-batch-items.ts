import { z } from 'zod'
import { AppError } from '@/lib/kernel/errors'
import { operation } from '@/lib/kernel/operation'
import { pageInput, pageOf } from '@/lib/kernel/page'
import { findItems } from './platform'
import { toItemView } from './to-view'
import { batchItemView, itemStates } from './view'

export const listBatchItems = operation({
  name: 'batches.items',
  summary: 'List the items of a batch in their order, with what came of each.',
  permission: 'batches.read',
  effect: 'read',
  http: { method: 'GET', path: '/admin/batches/{id}/items' },
  input: pageInput.extend({ id: z.string().max(64), state: z.enum(itemStates).optional() }),
  output: pageOf(batchItemView),
  run: async (_, { id, state, cursor, limit }) => {
    const rows = await findItems(id, { ...(state && { state }), after: placeOf(cursor), take: limit + 1 })
    const items = rows.slice(0, limit).map(toItemView)
    return { items, nextCursor: rows.length > limit ? String(items.at(-1)!.number) : null }
  },
})

/** Items stand in the order of the file or list: the cursor is the number of the last one seen. */
function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return -1
  if (!/^\d{1,9}$/.test(cursor))
    throw new AppError('invalid_input', {
      say: 'This page link is not valid. Start from the first page.',
      field: 'cursor',
    })
  return Number(cursor) - 1
}
