import { recordAct, type Actor } from '@/lib/audit/record-act'
import { Prisma, type Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { holdCounter } from '@/lib/usage/hold-counter'
import { limitsOf } from '@/lib/usage/limits-of'
import { reserve } from '@/lib/usage/reserve'
import { tellRefused } from '@/lib/usage/tell-refused'
import { holdWaiting, type WaitingInbox, type WaitingMessage } from './who-waits'

/**
 * Lets mail of an inbox in that waited for a suspension to end, up to `most` messages, to where it would have gone when it
 * came. What was held without room takes its room now; where there is none, it stays in quarantine for that. Inside the
 * tenant. Answers how many are settled.
 */
export async function letIn(tx: Tx, actor: Actor, inbox: WaitingInbox, most: number): Promise<number> {
  const { tenantId } = inbox
  // Room first, then messages: receiving takes them in this order, too.
  const { used } = await holdCounter(tx, tenantId, 'storageBytes')
  const rows = await holdWaiting(tx, inbox, most)
  if (rows.length === 0) return 0
  const { limits } = await limitsOf(tx, tenantId)
  const taken = roomFor(rows, limits.storageBytes === null ? Infinity : limits.storageBytes - used)
  await takeRoom(tx, tenantId, taken)
  const hasRoom = ({ counted, rawId }: WaitingMessage) => counted || taken.has(rawId)
  const comes = rows.filter(hasRoom)
  const stays = rows.filter((row) => !hasRoom(row))
  const now = await databaseTime(tx)
  await fileAll(tx, tenantId, comes, now)
  await keepAll(tx, tenantId, stays, now)
  if (stays.length > 0) await tellRefused(tx, tenantId, 'storageBytes')
  const into = (folder: WaitingMessage['folder']) => comes.filter((row) => row.folder === folder).length
  await recordAct(tx, actor, {
    ...{ tenantId, action: 'messages.let_in' },
    subject: { type: 'inbox', id: inbox.inboxId, label: rows[0]!.address },
    after: { inbox: into('inbox'), spam: into('spam'), withoutRoom: stays.length },
  })
  return rows.length
}

/** The raw messages without room that fit into what is left, in the order they came: by id, with their bytes. */
function roomFor(rows: readonly WaitingMessage[], left: number): Map<string, number> {
  const taken = new Map<string, number>()
  for (const { rawId, size } of rows.filter(({ counted }) => !counted))
    if (!taken.has(rawId) && size <= left) {
      taken.set(rawId, size)
      left -= size
    }
  return taken
}

async function takeRoom(tx: Tx, tenantId: string, taken: Map<string, number>): Promise<void> {
  if (taken.size === 0) return
  const n = [...taken.values()].reduce((sum, size) => sum + size, 0)
  await reserve(tx, 'storageBytes', { tenantId, n })
  await tx.rawMessage.updateMany({
    where: { tenantId, id: { in: [...taken.keys()] } },
    data: { counted: true },
  })
}

// It is received from here on, as it is at our own door, where its sender tries again: among the new mail for whoever reads
// or asks what is new, and kept for its days. When it came stands beside it.
const fileAll = (tx: Tx, tenantId: string, rows: readonly WaitingMessage[], now: Date) => tx.$executeRaw`
  update "Message" set folder = (waits->>'folder')::"MessageFolder", label = waits->>'label', waits = null,
         "readAt" = coalesce("readAt", case when (waits->>'read')::boolean then ${now}::timestamptz end),
         "receivedAt" = ${now}, "filedAt" = ${now},
         reasons = ${because(
           Prisma.sql`'suspension_over'`,
           Prisma.sql`
           'It came on ' || to_char("receivedAt" at time zone 'UTC', 'YYYY-MM-DD "at" HH24:MI "UTC"')
             || ', during a suspension, and came in when that was over.'`,
         )}
   where "tenantId" = ${tenantId}::uuid and id = any(${idsOf(rows)}::uuid[])`

const keepAll = (tx: Tx, tenantId: string, rows: readonly WaitingMessage[], now: Date) => tx.$executeRaw`
  update "Message" set waits = null, "filedAt" = ${now},
         reasons = ${because(
           Prisma.sql`'storage_full'`,
           Prisma.sql`
           'It came during a suspension. When that was over, there was no room for it: once there is, it can be moved to the inbox.'`,
         )}
   where "tenantId" = ${tenantId}::uuid and id = any(${idsOf(rows)}::uuid[])`

const idsOf = (rows: readonly WaitingMessage[]) => rows.map(({ id }) => id)

/** Its reasons with another one in the place of the suspension. */
const because = (code: Prisma.Sql, says: Prisma.Sql) => Prisma.sql`
  coalesce((select jsonb_agg(r.value order by r.ordinality) from jsonb_array_elements(reasons) with ordinality r
             where r.value->>'code' not in ('inbox_suspended', 'tenant_suspended')), '[]')
    || jsonb_build_array(jsonb_build_object('code', ${code}, 'says', ${says}, 'score', 0))`
