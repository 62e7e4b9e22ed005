import { Prisma, type Tx } from '@/lib/kernel/db/client'
import { isOverdue, overdueSql, type Proposal } from '../overdue-sql'
import type { Found, Storage } from './add-up'

type Row = Pick<Found, 'id' | 'slug' | 'name'> & Found['folders']

/** How many messages of each tenant are overdue, up to `most` of a folder. */
export async function countsOf(
  tx: Tx,
  day: Date,
  tenants: readonly string[],
  most: number,
  proposal?: Proposal,
): Promise<Found[]> {
  const rows = await tx.$queryRaw<Row[]>`
    ${overdueSql(day, Prisma.sql`t.id = any(${tenants}::uuid[])`, most + 1, proposal)},
    each as (select "tenantId", folder, count(*)::int as n from overdue group by 1, 2)
    select t.id::text as id, t.slug, t.name, ${Prisma.join(folders.map(countOf))}
      from "Tenant" t left join each e on e."tenantId" = t.id
     where t.id = any(${tenants}::uuid[]) group by t.id`
  return rows.map(({ id, slug, name, ...counts }) => {
    const each = folders.map((folder) => [folder, Math.min(counts[folder], most)] as const)
    return {
      ...{ id, slug, name, storage: null },
      folders: Object.fromEntries(each) as Found['folders'],
      messages: each.reduce((sum, [, n]) => sum + n, 0),
      more: folders.some((folder) => counts[folder] > most),
    }
  })
}

/**
 * What the oldest overdue messages of a tenant give back, up to `most` of a folder. A raw message goes with the last message
 * that stands on it: one that any stays on gives nothing.
 */
export async function storageOf(
  tx: Tx,
  day: Date,
  tenant: string,
  most: number,
  proposal?: Proposal,
): Promise<Storage> {
  // A raw message at a time, as there are few: a join would read all of the tenant's, however many stay.
  const [row] = await tx.$queryRaw<Storage[]>`
    ${overdueSql(day, Prisma.sql`t.id = ${tenant}::uuid`, most, proposal)},
    raws as (select "tenantId", "rawId", count(*) as n from overdue group by 1, 2)
    select coalesce(sum(o.n), 0)::int as messages, coalesce(sum(case when (
             select count(*) from "Message" m join kept k on k.id = m."tenantId"
              where m."tenantId" = o."tenantId" and m."rawId" = o."rawId" and (${isOverdue}) is not true) = 0
           then (select r.size from "RawMessage" r where r."tenantId" = o."tenantId" and r.id = o."rawId" and r.counted) end), 0)::float8 as bytes
      from raws o`
  return row!
}

const folders = ['inbox', 'spam', 'quarantine', 'trash'] as const
const countOf = (folder: (typeof folders)[number]) =>
  Prisma.sql`coalesce(sum(e.n) filter (where e.folder = ${folder}::"MessageFolder"), 0)::int as ${Prisma.raw(folder)}`
