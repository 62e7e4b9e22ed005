import { z } from 'zod'
import { recordLook } from '@/lib/audit/record-look'
import type { TenantCaller } from '@/lib/kernel/caller'
import type { Tx } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { clearFor } from '../mask/unmasked'
import { messageSummary } from '../view'
import { around } from './around'
import { idInput } from './input'
import { findMessage, reach, summarySelect, type MessageRow } from './message'
import { toSummary } from './to-view'

// Beside the message itself.
const MOST = 100

export const showThread = operation({
  name: 'messages.thread',
  summary:
    'List the conversation that a message belongs to, within its inbox, oldest first: of a long one, what stands around it.',
  permission: 'messages.read',
  effect: 'read',
  http: { method: 'GET', path: '/messages/{id}/thread' },
  inbox: 'scoped',
  input: idInput,
  output: z.object({
    items: z.array(messageSummary),
    /** whether there are more before the first, or after the last: show the thread of that one */
    more: z.object({ earlier: z.boolean(), later: z.boolean() }),
  }),
  run: (caller, { id }) =>
    asTenant(caller, async (tx) => {
      const message = await findMessage(tx, caller, id)
      const { inboxId, inbox } = message
      await recordLook(tx, caller, 'inbox.read', { type: 'inbox', id: inboxId, label: inbox.address })
      const [before, after] = [
        await besides(tx, caller, message, 'before'),
        await besides(tx, caller, message, 'after'),
      ]
      const shown = around(before.length, after.length, MOST)
      const rows = [...before.slice(0, shown.before).toReversed(), message, ...after.slice(0, shown.after)]
      const clear = await clearFor(
        tx,
        caller,
        rows.map((row) => row.id),
      )
      return {
        items: rows.map((row) => toSummary(row, clear.has(row.id))),
        more: { earlier: before.length > shown.before, later: after.length > shown.after },
      }
    }),
})

/** The others of its thread on one side of it, the nearest first, and one more than are shown. */
const besides = (
  tx: Tx,
  caller: TenantCaller,
  { id, threadId, inboxId, receivedAt }: MessageRow,
  side: 'before' | 'after',
) => {
  const [beyond, order] = side === 'before' ? (['lt', 'desc'] as const) : (['gt', 'asc'] as const)
  return tx.message.findMany({
    where: {
      AND: [
        reach(caller),
        // The same again, as an index reads it.
        { threadId, inboxId, receivedAt: { [`${beyond}e`]: receivedAt } },
        { OR: [{ receivedAt: { [beyond]: receivedAt } }, { receivedAt, id: { [beyond]: id } }] },
      ],
    },
    select: summarySelect,
    orderBy: [{ receivedAt: order }, { id: order }],
    take: MOST + 1,
  })
}
