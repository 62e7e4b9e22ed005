import { Prisma, type Tx } from '@/lib/kernel/db/client'
import { asPlatform } from '@/lib/kernel/platform'
import type { List } from './read-list'
import { MOST_TOLD, type FleetDiffView } from './view'

// The fleet is every customer, so it is held against a list as the platform.

/** Both differences, and the fields that differ: a few statements, however long the list is. Changes nothing. */
export function compareFleet({ lines, compared, passedOver }: List): Promise<FleetDiffView> {
  const list = listOf(lines)
  return asPlatform(async (tx) => {
    // What is in the list nobody has counted: taken for a few lines, all of it would be gone through for each row of the fleet.
    await tx.$executeRaw`set local enable_nestloop = off`
    return {
      ...{ listed: lines.length, compared, passedOver },
      standing: await tx.tenant.count({ where: { kind: 'customer' } }),
      onlyInList: told(await onlyInList(tx, list)),
      onlyInFleet: told(await onlyInFleet(tx, list)),
      differing: told(await differing(tx, list, compared)),
    }
  })
}

type Counted<R> = R & { total: number }
type Told<K extends 'onlyInList' | 'onlyInFleet' | 'differing'> = Counted<FleetDiffView[K]['items'][number]>[]

const told = <R extends object>(rows: Counted<R>[]) => ({
  total: rows[0]?.total ?? 0,
  items: rows.map(({ total: _, ...row }) => row),
})

/**
 * The list as a table, each line with the organisation that it names. A name may be the slug of one and the client id of
 * another: there it means what most lines of the list mean.
 */
const listOf = (lines: List['lines']) => Prisma.sql`
  found as materialized (
    select l.*, by_id.id as by_id, by_slug.id as by_slug, by_client.id as by_client
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
           as l(line int, tenant text, slug text, id uuid, plan text, workspace text, inbox text, domain text)
      left join "Tenant" by_id on by_id.id = l.id and by_id.kind = 'customer'
      left join "Tenant" by_slug on by_slug.slug = l.slug and by_slug.kind = 'customer'
      left join "Provision" p on p."clientId" = l.tenant
      left join "Tenant" by_client on by_client.id = p."tenantId" and by_client.kind = 'customer'),
  list as materialized (
    select f.*, coalesce(by_id, case when (select count(by_client) > count(by_slug) from found)
                                     then coalesce(by_client, by_slug) else coalesce(by_slug, by_client) end) as "tenantId"
      from found f)`

const onlyInList = (tx: Tx, list: Prisma.Sql) => tx.$queryRaw<Told<'onlyInList'>>`
  with ${list}
  select line, tenant, count(*) over ()::int as total from list where "tenantId" is null order by line limit ${MOST_TOLD}`

const onlyInFleet = (tx: Tx, list: Prisma.Sql) => tx.$queryRaw<Told<'onlyInFleet'>>`
  with ${list}
  select t.slug as tenant, t.name, t.plan::text as plan, w.slug as workspace, count(*) over ()::int as total
    from "Tenant" t join "Workspace" w on w.id = t."workspaceId"
   where t.kind = 'customer' and not exists (select from list where list."tenantId" = t.id)
   order by t.slug limit ${MOST_TOLD}`

/**
 * An address of the list that still arrives in an inbox which is called otherwise by now differs from what it is called;
 * what only one side has is told with nothing on the other. Inboxes of roles are nobody's to list.
 */
const differing = (tx: Tx, list: Prisma.Sql, compared: List['compared']) => tx.$queryRaw<Told<'differing'>>`
  with ${list},
    named as materialized (
      select distinct a."tenantId", a."inboxId"
        from list l join "InboxAddress" a on a."tenantId" = l."tenantId" and a.address = l.inbox),
    different as (
      select "tenantId", 'plan' as field, min(line) as line, l.plan as list, t.plan::text as fleet
        from list l join "Tenant" t on t.id = l."tenantId" where l.plan <> t.plan::text group by 1, 4, 5
      union all
      select "tenantId", 'workspace', min(line), l.workspace, w.slug
        from list l join "Tenant" t on t.id = l."tenantId" join "Workspace" w on w.id = t."workspaceId"
       where l.workspace <> w.slug group by 1, 4, 5
      union all
      select l."tenantId", 'inbox', min(line), l.inbox, i.address
        from list l left join "InboxAddress" a on a."tenantId" = l."tenantId" and a.address = l.inbox
        left join "Inbox" i on i."tenantId" = a."tenantId" and i.id = a."inboxId"
       where l."tenantId" is not null and l.inbox is distinct from i.address and l.inbox is not null group by 1, 4, 5
      union all
      select i."tenantId", 'inbox', null, null, i.address
        from "Inbox" i
       where ${compared.includes('inbox')} and i."closedAt" is null and i.kind <> 'role'
         and i."tenantId" in (select "tenantId" from list)
         and not exists (select from named n where n."tenantId" = i."tenantId" and n."inboxId" = i.id)
      union all
      select l."tenantId", 'domain', min(line), l.domain, null
        from list l
       where l."tenantId" is not null and l.domain is not null
         and not exists (select from "Domain" d where d."tenantId" = l."tenantId" and d.name = l.domain and d."deletingAt" is null)
       group by 1, 4
      union all
      select d."tenantId", 'domain', null, null, d.name
        from "Domain" d
       where ${compared.includes('domain')} and d."deletingAt" is null and d."tenantId" in (select "tenantId" from list)
         and not exists (select from list l where l."tenantId" = d."tenantId" and l.domain = d.name))
  select t.slug as tenant, field, line, list, fleet, count(*) over ()::int as total
    from different join "Tenant" t on t.id = different."tenantId"
   order by t.slug, field, line nulls last, fleet limit ${MOST_TOLD}`
