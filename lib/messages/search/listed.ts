import type { Folder } from '@/lib/inboxes/view'
import { Prisma } from '@/lib/kernel/db/client'
import type { Position } from '@/lib/kernel/page'

/** What is asked of the rows of messages, beside their words. */
export interface Wanted {
  tenantId: string
  /** null for all that the caller reaches */
  inboxId: string | null
  folders: readonly Folder[]
  unread: boolean
  label: string | null
  before: Date | null
  after: Date | null
  /** where the page before ended */
  older: Position | undefined
}

export interface Place {
  id: string
  receivedAt: Date
}

export interface FoundPage {
  /** newest first, at most as many as a page has */
  ids: string[]
  next: Position | null
}

/** The newest of what is wanted, at most `take`, as a table of `id` and "receivedAt" (migration 0004 says how). */
export const listed = (wanted: Wanted, take: number): Prisma.Sql => {
  const { inboxId, folders, unread, label, before, after, older } = wanted
  return Prisma.sql`newest_messages(${inboxId}::uuid, ${[...folders]}::"MessageFolder"[], ${unread}, ${label}::text,
    ${before}::timestamptz, ${after}::timestamptz, ${older?.at ?? null}::timestamptz, ${older?.id ?? null}::uuid, ${take}::int)`
}

export const newestFirst = Prisma.sql`order by "receivedAt" desc, id desc`

/** The same of messages whose ids are in a table `found`, however they were found. */
export const among = (wanted: Wanted, take: number): Prisma.Sql =>
  Prisma.sql`(select m.id, m."receivedAt" from found f join "Message" m on m."tenantId" = ${wanted.tenantId}::uuid and m.id = f.id
      where m.folder = any(${[...wanted.folders]}::"MessageFolder"[]) and ${asked(wanted)} ${newestFirst} limit ${take})`

function asked({ inboxId, unread, label, before, after, older }: Wanted): Prisma.Sql {
  const conditions = [Prisma.sql`true`]
  if (inboxId) conditions.push(Prisma.sql`m."inboxId" = ${inboxId}::uuid`)
  if (unread) conditions.push(Prisma.sql`m."readAt" is null`)
  if (label) conditions.push(Prisma.sql`lower(m.label) = lower(${label})`)
  if (before) conditions.push(Prisma.sql`m."receivedAt" < ${before}::timestamptz`)
  if (after) conditions.push(Prisma.sql`m."receivedAt" >= ${after}::timestamptz`)
  if (older)
    conditions.push(Prisma.sql`(m."receivedAt", m.id) < (${older.at}::timestamptz, ${older.id}::uuid)`)
  return Prisma.join(conditions, ' and ')
}
