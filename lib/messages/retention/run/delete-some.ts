import { Prisma, type Tx } from '@/lib/kernel/db/client'
import { holdCounters } from '@/lib/usage/hold-counters'
import { isOverdue, overdueSql } from '../overdue-sql'

export interface Overdue {
  id: string
  tenantId: string
  inboxId: string
  rawId: string
  folder: 'inbox' | 'spam' | 'quarantine' | 'trash'
}

/**
 * Deletes up to `most` overdue messages of these tenants, out of as many found, and notes it for the trail. Triggers take
 * what stood on them: words, threads, raw messages, what was counted, and leave the objects to be removed. What somebody is
 * working on is passed over, and so are tenants whose storage somebody takes or gives back just now: `passed`. As the
 * platform role, of many tenants at once.
 */
export async function deleteSome(
  tx: Tx,
  tenants: readonly string[],
  day: Date,
  night: string,
  most: number,
): Promise<{ found: number; deleted: Overdue[]; passed: string[] }> {
  // Room is given back by what follows: whoever receives takes it before anything else, and so does this.
  const free = await holdCounters(tx, tenants, 'storageBytes')
  const passed = tenants.filter((id) => !free.includes(id))
  const overdue = overdueSql(day, Prisma.sql`t.id = any(${free}::uuid[])`, most)
  const found = await tx.$queryRaw<Pick<Overdue, 'id'>[]>`${overdue} select id from overdue limit ${most}`
  const rows = await tx.$queryRaw<Overdue[]>`
    ${overdue}
    select m.id, m."tenantId", m."inboxId", m."rawId", m.folder::text as folder
      from "Message" m join kept k on k.id = m."tenantId"
     where m.id = any(${found.map(({ id }) => id)}::uuid[]) and ${isOverdue}
       for update of m skip locked`
  if (rows.length === 0) return { found: found.length, deleted: rows, passed }
  const raws = await tx.rawMessage.findMany({
    where: { id: { in: rows.map(({ rawId }) => rawId) }, counted: true },
    select: { id: true, tenantId: true, size: true },
  })
  await tx.message.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  const left = await tx.rawMessage.findMany({
    where: { id: { in: raws.map(({ id }) => id) } },
    select: { id: true },
  })
  const stays = new Set(left.map(({ id }) => id))
  await noteFor(
    tx,
    night,
    rows,
    raws.filter(({ id }) => !stays.has(id)),
  )
  return { found: found.length, deleted: rows, passed }
}

/** Adds to the tenants' tallies, in one order: two that added crosswise would wait for each other. */
async function noteFor(
  tx: Tx,
  night: string,
  rows: readonly Overdue[],
  freed: readonly { tenantId: string; size: number }[],
): Promise<void> {
  const tenants = [...new Set(rows.map(({ tenantId }) => tenantId))].toSorted()
  const count = (folder: Overdue['folder']) =>
    tenants.map((id) => rows.filter((row) => row.tenantId === id && row.folder === folder).length)
  const bytes = tenants.map((id) =>
    freed.reduce((sum, { tenantId, size }) => (tenantId === id ? sum + size : sum), 0),
  )
  await tx.$executeRaw`
    insert into "RetentionTally" as r ("tenantId", night, inbox, spam, quarantine, trash, freed)
      select id, ${night}, i, s, q, t, b
        from unnest(${tenants}::uuid[], ${count('inbox')}::int[], ${count('spam')}::int[], ${count('quarantine')}::int[],
                    ${count('trash')}::int[], ${bytes}::float8[]) as n(id, i, s, q, t, b)
       order by id
      on conflict ("tenantId", night) do update
        set inbox = r.inbox + excluded.inbox, spam = r.spam + excluded.spam, quarantine = r.quarantine + excluded.quarantine,
            trash = r.trash + excluded.trash, freed = r.freed + excluded.freed`
}
