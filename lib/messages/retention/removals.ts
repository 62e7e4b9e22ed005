import { Prisma, type Tx } from '@/lib/kernel/db/client'
import { overdueSql, type Proposal } from './overdue-sql'
import type { WorkspaceRemovalView } from './view'

interface Row {
  slug: string
  name: string
  messages: number
  freed: number
  tenants: number
  inbox: number
  spam: number
  quarantine: number
  trash: number
  allFreed: number
}

const MOST = 10

/**
 * What a night would delete of the tenants that `only` lets through, with those it deletes most of. A raw message gives its
 * storage back with the last message that stands on it. Works in a tenant's own transaction and as the platform role.
 */
export async function removalsOf(
  tx: Tx,
  day: Date,
  only: Prisma.Sql,
  proposal?: Proposal,
): Promise<WorkspaceRemovalView> {
  const rows = await tx.$queryRaw<Row[]>`
    ${overdueSql(day, only, proposal)},
    mail as materialized (select * from overdue),
    raws as (select "tenantId", "rawId", count(*) as n from mail group by 1, 2),
    freed as (
      select r."tenantId", sum(r.size)::float8 as bytes
        from raws join "RawMessage" r on r."tenantId" = raws."tenantId" and r.id = raws."rawId" and r.counted
       where raws.n = (select count(*) from "Message" m where m."tenantId" = raws."tenantId" and m."rawId" = raws."rawId")
       group by 1),
    each as (
      select "tenantId", count(*)::int as messages, ${Prisma.join(folders.map(countOf))}
        from mail group by 1)
    select t.slug, t.name, e.messages, coalesce(f.bytes, 0) as freed, count(*) over ()::int as tenants,
           ${Prisma.join(folders.map(sumOf))}, sum(coalesce(f.bytes, 0)) over ()::float8 as "allFreed"
      from each e join "Tenant" t on t.id = e."tenantId" left join freed f on f."tenantId" = e."tenantId"
     order by e.messages desc, t.slug limit ${MOST}`
  const [first] = rows
  const { inbox = 0, spam = 0, quarantine = 0, trash = 0 } = first ?? {}
  return {
    messages: inbox + spam + quarantine + trash,
    folders: { inbox, spam, quarantine, trash },
    freed: first?.allFreed ?? 0,
    tenants: first?.tenants ?? 0,
    most: rows.map(({ slug, name, messages, freed }) => ({ slug, name, messages, freed })),
  }
}

const folders = ['inbox', 'spam', 'quarantine', 'trash'] as const
type Folder = (typeof folders)[number]
const countOf = (folder: Folder) =>
  Prisma.sql`count(*) filter (where folder = ${folder}::"MessageFolder")::int as ${Prisma.raw(folder)}`
const sumOf = (folder: Folder) => Prisma.raw(`sum(e.${folder}) over ()::int as ${folder}`)
