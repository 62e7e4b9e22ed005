import { Prisma } from '@/lib/kernel/db/client'
import { APART, type List, type ListLine } from './read-list'

/** `only_in_list`, `only_in_fleet` and `differing`, whole. */
export const differencesOf = (lines: ListLine[], compared: List['compared']): Prisma.Sql => Prisma.sql`
  ${listOf(lines)},
  only_in_list as materialized (select line, tenant from list where "tenantId" is null),
  only_in_fleet as materialized (
    select t.slug as tenant, t.name, t.plan::text as plan, w.slug as workspace
      from "Tenant" t join "Workspace" w on w.id = t."workspaceId"
     where t.kind = 'customer' and not exists (select from list where list."tenantId" = t.id)),
  ${differingOf(compared)}`

/**
 * The list as a table, each line with the organisation that it names. A name may be the slug of one and the client id of
 * another: there it means what most lines of the list mean.
 */
const listOf = (lines: ListLine[]) => Prisma.sql`
  found as materialized (
    select l.*, by_id.id as by_id, by_slug.id as by_slug, by_client.id as by_client
      from unnest(${columnOf(lines, 'line')}::int[], ${columnOf(lines, 'tenant')}, ${columnOf(lines, 'id')}::uuid[],
                  ${columnOf(lines, 'plan')}, ${columnOf(lines, 'workspace')}, ${columnOf(lines, 'inbox')}, ${columnOf(lines, 'domain')})
           as l(line, tenant, id, plan, workspace, inbox, domain)
      left join "Tenant" by_id on by_id.id = l.id and by_id.kind = 'customer'
      left join "Tenant" by_slug on l.id is null and by_slug.slug = lower(l.tenant) and by_slug.kind = 'customer'
      left join "Provision" p on p."clientId" = l.tenant
      left join "Tenant" by_client on by_client.id = p."tenantId" and by_client.kind = 'customer'),
  list as materialized (
    select f.*, coalesce(by_id, case when (select count(by_client) > count(by_slug) from found)
                                     then coalesce(by_client, by_slug) else coalesce(by_slug, by_client) end) as "tenantId"
      from found f)`

/**
 * A column of the list, as one text: a hundred thousand values by themselves would hold up everybody while they are written
 * down. Of one that says nothing, nothing is sent: `unnest` fills it up.
 */
function columnOf(lines: ListLine[], column: keyof ListLine): Prisma.Sql {
  const values = lines.map((line) => line[column])
  const text = values.some((value) => value !== null) ? values.join(APART) : ''
  return Prisma.sql`string_to_array(${text}, ${APART}, '')`
}

/**
 * An address of the list that still arrives in an inbox which is called otherwise by now differs from what it is called;
 * what only one side has is told with nothing on the other. Inboxes of roles are nobody's to list.
 */
const differingOf = (compared: List['compared']) => Prisma.sql`
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
       and not exists (select from list l where l."tenantId" = d."tenantId" and l.domain = d.name)),
  differing as materialized (
    select t.slug as tenant, field, line, list, fleet from different join "Tenant" t on t.id = different."tenantId")`
