import { Prisma } from '@/lib/kernel/db/client'
import { planLimits, planNames } from '@/lib/tenants/plans'
import { limitFields, meteredNames, type MeteredName } from '../fields'
import { periodOf } from '../period'

/**
 * `standing`: how each customer that `only` lets through stands at that of `names` where it is closest to its limit, in
 * the windows of `now`. What plans give is handed in; the tighter of plan and policy is `least`, which passes over nulls.
 */
export function standingSql(names: readonly MeteredName[], now: Date, only: Prisma.Sql): Prisma.Sql {
  const each = (part: (name: MeteredName) => Prisma.Sql) => Prisma.join(names.map(part))
  const usedOf = (name: MeteredName) => Prisma.raw(`"used ${name}"`)
  const limitOf = (name: MeteredName) => Prisma.raw(`"limit ${name}"`)
  const shareOf = (name: MeteredName) => Prisma.raw(`"share ${name}"`)
  const column = (table: string, name: MeteredName) => Prisma.raw(`${table}."${name}"`)
  const byClosest = (value: (name: MeteredName) => Prisma.Sql) =>
    Prisma.sql`case at ${Prisma.join(
      names.map((name) => Prisma.sql`when ${name} then ${value(name)}`),
      ' ',
    )} end`
  return Prisma.sql`
    with plans as (${plansSql()}),
    held as (
      select t.id,
             ${each((name) => Prisma.sql`least(${column('w', name)}, ${column('p', name)})::float8 as ${limitOf(name)}`)},
             ${each((name) => Prisma.sql`coalesce(${Prisma.raw(`"u ${name}"`)}.used, 0)::float8 as ${usedOf(name)}`)}
        from "Tenant" t
        join "Workspace" w on w.id = t."workspaceId"
        join plans p on p.plan = t.plan
        ${Prisma.join(
          names.map((name) => usageSql(name, now)),
          ' ',
        )}
       where t.kind = 'customer' and ${only}),
    shares as materialized (
      select *, ${each(
        (name) => Prisma.sql`
          case when ${limitOf(name)} = 0 then 1 else ${usedOf(name)} / ${limitOf(name)} end as ${shareOf(name)}`,
      )} from held),
    closest as (
      select *, case greatest(${each(shareOf)}) ${Prisma.join(
        names.map((name) => Prisma.sql`when ${shareOf(name)} then ${name}`),
        ' ',
      )} else ${names[0]!} end as at from shares),
    standing as (
      select id, at as "limitName",
             ${byClosest(usedOf)} as used, ${byClosest(limitOf)} as "limit", ${byClosest(shareOf)} as share
        from closest)`
}

const usageSql = (name: MeteredName, now: Date) => Prisma.sql`
  left join "Usage" ${Prisma.raw(`"u ${name}"`)} on ${Prisma.raw(`"u ${name}"."tenantId"`)} = t.id
    and ${Prisma.raw(`"u ${name}"`)}.kind = ${name}
    and ${Prisma.raw(`"u ${name}"`)}.period = ${periodOf(limitFields[name].window, now)}`

const plansSql = () =>
  Prisma.join(
    planNames.map((plan) => {
      const limits = planLimits(plan)
      const values = meteredNames.map(
        (name) => Prisma.sql`${limits[name]}::float8 as ${Prisma.raw(`"${name}"`)}`,
      )
      return Prisma.sql`select ${plan}::"Plan" as plan, ${Prisma.join(values)}`
    }),
    ' union all ',
  )
