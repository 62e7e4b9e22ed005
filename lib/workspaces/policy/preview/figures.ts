import { Prisma, type Tx } from '@/lib/kernel/db/client'
import { planNames } from '@/lib/tenants/plans'
import { limitFields, type MeteredName } from '@/lib/usage/fields'
import { standsIn, type StandingName } from '@/lib/usage/stands-in'
import type { Measure } from './proposal'

// Each goes once over what was counted for a field, whatever the number of tenants. Who used no more than the tightest of
// the plans' limits falls away before anything is joined.

const isStanding = ({ kind }: Measure) => limitFields[kind].window === 'always'

/** A tenant's limit by its plan. Null, so that nothing is beyond it, where there is none. */
const limitFor = ({ limits }: Measure) => Prisma.sql`
  case t.plan ${Prisma.join(
    planNames.map((plan) => Prisma.sql`when ${plan}::"Plan" then ${limits[plan]}::float8`),
    ' ',
  )} end`

const beyond = (workspaceId: string, measure: Measure, periods: Prisma.Sql) => Prisma.sql`
    from "Usage" u join "Tenant" t on t.id = u."tenantId"
   where u.kind = ${measure.kind} and ${periods} and u.used > ${measure.tightest}
     and t.kind = 'customer' and t."workspaceId" = ${workspaceId}::uuid and u.used > ${limitFor(measure)}`

async function each<R>(tx: Tx, measures: Measure[], one: (measure: Measure) => Prisma.Sql): Promise<R[]> {
  if (measures.length === 0) return []
  return tx.$queryRaw<R[]>`${Prisma.join(
    measures.map((measure) => Prisma.sql`(${one(measure)})`),
    ' union all ',
  )}`
}

export interface Above {
  kind: MeteredName
  tenants: number
  slug: string
  name: string
  used: number
  limit: number
}

/** Who has, or used in the window that goes on, more than proposed: how many a field, and the first ten by how far. */
export const whoIsAbove = (tx: Tx, workspaceId: string, measures: Measure[]) =>
  each<Above>(
    tx,
    measures,
    (measure) => Prisma.sql`
      select ${measure.kind} as kind, count(*) over ()::int as tenants, t.slug, t.name,
             u.used::float8 as used, ${limitFor(measure)} as "limit"
      ${beyond(workspaceId, measure, Prisma.sql`u.period = ${measure.current}`)}
      order by u.used - ${limitFor(measure)} desc, t.slug limit 10`,
  )

export interface Refused {
  kind: MeteredName
  refused: number
  tenants: number
}

/** What was used in the windows since, beyond what would have been let through. */
export const usedBeyond = (tx: Tx, workspaceId: string, measures: Measure[]) =>
  each<Refused>(
    tx,
    measures.filter((measure) => !isStanding(measure)),
    (measure) => Prisma.sql`
      select ${measure.kind} as kind, coalesce(sum(x.beyond), 0)::float8 as refused, count(*)::int as tenants
        from (select u."tenantId", sum(u.used - ${limitFor(measure)}) as beyond
              ${beyond(workspaceId, measure, Prisma.sql`u.period >= ${measure.since}`)}
              group by 1) x`,
  )

/**
 * Of what was made since and stands, as much as lies beyond: what came first was let in. A tenant at a time, of those that
 * are beyond: as a plain join all that stands in the installation would be summed first.
 */
export const madeBeyond = (tx: Tx, workspaceId: string, measures: Measure[], since: Date) =>
  each<Refused>(
    tx,
    measures.filter(isStanding),
    (measure) => Prisma.sql`
      select ${measure.kind} as kind, coalesce(sum(least(x.beyond, m.n)), 0)::float8 as refused, count(*)::int as tenants
        from (select t.id, u.used - ${limitFor(measure)} as beyond
              ${beyond(workspaceId, measure, Prisma.sql`u.period = 'always'`)}) x
        cross join lateral (select sum(n)::float8 as n from ${standsIn[measure.kind as StandingName]} stands
                             where stands."tenantId" = x.id and stands."createdAt" >= ${since}) m
       where m.n is not null`,
  )

/** The first window since, of each field that anything was counted for. */
export const figuresSince = (tx: Tx, measures: Measure[]) =>
  each<{ kind: MeteredName; period: string }>(
    tx,
    measures.filter((measure) => !isStanding(measure)),
    ({ kind, since }) => Prisma.sql`
      select kind, period from "Usage" where kind = ${kind} and period >= ${since} order by kind, period limit 1`,
  )

/** How many tenants of each plan obey a workspace. */
export const tenantsByPlan = (tx: Tx, workspaceId: string) =>
  tx.tenant.groupBy({ by: ['plan'], where: { kind: 'customer', workspaceId }, _count: true })
