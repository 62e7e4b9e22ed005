import { z } from 'zod'
import { recordLook } from '@/lib/audit/record-look'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { clearFor } from '../mask/unmasked'
import { messageSummary } from '../view'
import { idInput } from './input'
import { findMessage, reach, summarySelect } from './message'
import { toSummary } from './to-view'

const MOST = 100

export const showThread = operation({
  name: 'messages.thread',
  summary: 'List the conversation that a message belongs to, within its inbox, oldest first.',
  permission: 'messages.read',
  effect: 'read',
  http: { method: 'GET', path: '/messages/{id}/thread' },
  inbox: 'scoped',
  input: idInput,
  output: z.object({
    items: z.array(messageSummary),
    /** there are older ones that are not listed */
    more: z.boolean(),
  }),
  run: (caller, { id }) =>
    asTenant(caller, async (tx) => {
      const { threadId, inboxId, inbox } = await findMessage(tx, caller, id)
      await recordLook(tx, caller, 'inbox.read', { type: 'inbox', id: inboxId, label: inbox.address })
      const rows = await tx.message.findMany({
        where: { AND: [reach(caller), { threadId, inboxId }] },
        select: summarySelect,
        orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
        take: MOST + 1,
      })
      const shown = rows.slice(0, MOST).toReversed()
      const clear = await clearFor(
        tx,
        caller,
        shown.map((row) => row.id),
      )
      return { items: shown.map((row) => toSummary(row, clear.has(row.id))), more: rows.length > MOST }
    }),
})
