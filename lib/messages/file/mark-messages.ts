import { z } from 'zod'
import { recordAct } from '@/lib/audit/record-act'
import { recordOnce } from '@/lib/audit/record-look'
import { after, MINUTE } from '@/lib/kernel/clock'
import { asTenant } from '@/lib/kernel/db/tenant'
import { databaseTime } from '@/lib/kernel/db/time'
import { operation } from '@/lib/kernel/operation'
import { announceFiling, changedOutput, holdMessages, idsInput, idsOf, recordFiling } from './hold-messages'

// Whoever reads through an inbox marks one message after another, and the trail says so once in this while.
const A_WHILE = 5 * MINUTE

export const markMessages = operation({
  name: 'messages.mark',
  summary: 'Mark messages as read or unread.',
  permission: 'messages.file',
  effect: 'write',
  http: { method: 'POST', path: '/messages/mark' },
  inbox: 'scoped',
  input: z.object({ ids: idsInput, read: z.boolean() }),
  output: changedOutput,
  run: async (caller, { ids, read }) => {
    const { tenantId } = caller
    const rows = await asTenant(caller, async (tx) => {
      const held = await holdMessages(tx, caller, ids)
      const others = held.filter(({ readAt }) => (readAt !== null) !== read)
      if (others.length === 0) return others
      const now = await databaseTime(tx)
      await tx.message.updateMany({
        where: { tenantId, id: { in: idsOf(others) } },
        data: { readAt: read ? now : null },
      })
      const record: typeof recordAct = (...act) =>
        read && others.length === 1 ? recordOnce(...act, after(now, -A_WHILE)) : recordAct(...act)
      await recordFiling(
        tx,
        caller,
        read ? 'messages.read_marked' : 'messages.unread_marked',
        others,
        {},
        record,
      )
      return others
    })
    await announceFiling(caller, rows)
    return { changed: rows.length }
  },
})
