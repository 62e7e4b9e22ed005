import { Prisma, type Environment, type Plan, type Tx } from '@/lib/kernel/db/client'
import { asPlatform } from '@/lib/kernel/platform'
import { meteredNames, type MeteredName } from '../fields'
import { usageTime } from '../usage-time'
import type { Mark, Sort } from './sort'
import { standingSql } from './standing-sql'
import type { TotalsView } from './view'

export interface Wanted {
  kind?: MeteredName | undefined
  /** as LIKE reads it */
  search?: string | undefined
  plan?: Plan | undefined
  environment?: Environment | undefined
  /** slug */
  workspace?: string | undefined
  level?: 'near' | 'full' | undefined
  sort: Sort
  after: Mark | undefined
  take: number
}

export interface StandingRow {
  id: string
  slug: string
  name: string
  plan: Plan
  environment: Environment
  suspendedAt: Date | null
  createdAt: Date
  workspaceSlug: string
  workspaceName: string
  limitName: MeteredName
  used: number
  limit: number | null
  share: number | null
  /** what the order goes by */
  key: string | number | Date
}

/** How all tenants stand, page by page: across tenants, because admins look for those who need more room. */
export function findStandings(wanted: Wanted): Promise<StandingRow[]> {
  return asPlatform(async (tx) => {
    const { key, cast, ...order } = orders[wanted.sort]
    const [way, than] = [Prisma.raw(order.way), Prisma.raw(order.way === 'desc' ? '<' : '>')]
    const names = wanted.kind ? [wanted.kind] : meteredNames
    const after = wanted.after
      ? Prisma.sql`(key, id) ${than} (${wanted.after.key}::${Prisma.raw(cast)}, ${wanted.after.id}::uuid)`
      : Prisma.sql`true`
    const within = wanted.workspace === undefined ? undefined : await workspaceId(tx, wanted.workspace)
    if (within === null) return []
    return tx.$queryRaw<StandingRow[]>`
      ${standingSql(names, await usageTime(tx), whichTenants(wanted, within))},
      keyed as (select standing.*, ${Prisma.raw(key)} as key
                  from standing ${Prisma.raw(order.join ?? '')} where ${whichLevel(wanted.level)}),
      page as (select * from keyed where ${after} order by key ${way}, id ${way} limit ${wanted.take})
      select page.*, t.slug, t.name, t.plan, t.environment, t."suspendedAt", t."createdAt",
             w.slug as "workspaceSlug", w.name as "workspaceName"
        from page join "Tenant" t using (id) join "Workspace" w on w.id = t."workspaceId"
       order by key ${way}, id ${way}`
  })
}

/** How many tenants there are and how many want attention: across tenants, for the page that admins begin on. */
export function countStandings() {
  return asPlatform(async (tx) => {
    const [row] = await tx.$queryRaw<[Omit<TotalsView, 'workspaces'>]>`
      ${standingSql(meteredNames, await usageTime(tx), Prisma.sql`true`)}
      select count(*)::int as tenants, count(t."suspendedAt")::int as suspended,
             count(*) filter (where ${whichLevel('near')})::int as near,
             count(*) filter (where ${whichLevel('full')})::int as "full"
        from standing join "Tenant" t using (id)`
    return { ...row, workspaces: await tx.workspace.count({ where: { archivedAt: null } }) }
  })
}

interface Order {
  key: string
  way: 'asc' | 'desc'
  cast: string
  /** what the key stands in, where that is not how they stand */
  join?: string
}
const tenants = 'join "Tenant" t using (id)'
const orders: Record<Sort, Order> = {
  share: { key: 'coalesce(share, -1)', way: 'desc', cast: 'float8' },
  used: { key: 'used', way: 'desc', cast: 'float8' },
  name: { key: 'lower(t.name)', way: 'asc', cast: 'text', join: tenants },
  newest: { key: 't."createdAt"', way: 'desc', cast: 'timestamptz', join: tenants },
}

function whichTenants({ search, plan, environment }: Wanted, within: string | undefined): Prisma.Sql {
  const like = search && `%${search}%`
  return Prisma.join(
    [
      Prisma.sql`true`,
      like && Prisma.sql`(t.name ilike ${like} or t.slug ilike ${like})`,
      plan && Prisma.sql`t.plan = ${plan}::"Plan"`,
      environment && Prisma.sql`t.environment = ${environment}::"Environment"`,
      within && Prisma.sql`t."workspaceId" = ${within}::uuid`,
    ].filter((part) => part instanceof Prisma.Sql),
    ' and ',
  )
}

/** The lines of lib/usage/level.ts, in the database's words. */
function whichLevel(level: Wanted['level']): Prisma.Sql {
  if (level === 'near') return Prisma.sql`used < "limit" and used * 5 >= "limit" * 4`
  return level === 'full' ? Prisma.sql`used >= "limit"` : Prisma.sql`true`
}

// By id, not by a join: only then does the planner know whether ten tenants are in it or nine thousand.
const workspaceId = async (tx: Tx, slug: string): Promise<string | null> =>
  (await tx.workspace.findUnique({ where: { slug }, select: { id: true } }))?.id ?? null
