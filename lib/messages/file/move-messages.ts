import { z } from 'zod'
import { Prisma } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { databaseTime } from '@/lib/kernel/db/time'
import { operation } from '@/lib/kernel/operation'
import {
  announceFiling,
  changedOutput,
  holdMessages,
  idsInput,
  idsOf,
  recordFiling,
  type HeldMessage,
} from './hold-messages'
import { takeRoom } from './take-room'

/** Out of quarantine is a release: what was held for want of room then takes its room, and is refused where there is none. */
export const moveMessages = operation({
  name: 'messages.move',
  summary: 'Move messages to the inbox, to spam or to trash; out of quarantine, this releases them.',
  permission: 'messages.file',
  effect: 'write',
  http: { method: 'POST', path: '/messages/move' },
  inbox: 'scoped',
  input: z.object({ ids: idsInput, folder: z.enum(['inbox', 'spam', 'trash']) }),
  output: changedOutput,
  run: async (caller, { ids, folder }) => {
    const { tenantId } = caller
    const rows = await asTenant(caller, async (tx) => {
      // Room first, then messages: receiving takes them in this order, too.
      if (folder !== 'trash') await takeRoom(tx, caller, ids)
      const others = (await holdMessages(tx, caller, ids)).filter((row) => row.folder !== folder)
      if (others.length === 0) return others
      await tx.message.updateMany({
        where: { tenantId, id: { in: idsOf(others) } },
        data: { folder, filedAt: await databaseTime(tx), waits: Prisma.DbNull },
      })
      await recordFiling(tx, caller, 'messages.moved', others, { to: folder, from: placesOf(others) })
      return others
    })
    await announceFiling(caller, rows)
    return { changed: rows.length }
  },
})

const placesOf = (rows: readonly HeldMessage[]) => [...new Set(rows.map(({ folder }) => folder))]
