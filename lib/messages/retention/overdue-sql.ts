import { Prisma } from '@/lib/kernel/db/client'
import { planLimits, planNames } from '@/lib/tenants/plans'

/** What a policy may say of it, in days. */
export const retentionFields = ['inboxRetentionDays', 'spamRetentionDays', 'trashRetentionDays'] as const
export type Proposal = Partial<Record<(typeof retentionFields)[number], number | undefined>>

/**
 * `overdue`: the messages that a night whose ages are counted to `day` deletes, of the tenants `t` that `only` lets through:
 * the oldest, up to `most` of each tenant's folder. The run and its preview ask the same. Days are the tighter of plan and
 * policy, and spam and trash are kept no longer than the rest, as lib/usage/effective-limits.ts says it; `least` passes over
 * nulls, and no day at all keeps for ever. What waits for a suspension to end stays: its days count from there. As the
 * platform role: under row-level security no index that begins with the folder is read in its order.
 */
export const overdueSql = (
  day: Date,
  only: Prisma.Sql,
  most: number,
  proposal: Proposal = {},
): Prisma.Sql => Prisma.sql`
  ${keptSql(day, only, proposal)},
  overdue as (${Prisma.join(
    folders.map((folder) => overdueIn(folder, most)),
    ' union all ',
  )})`

/** Which column tells the age in a folder, and which of `kept` it is held against; the rest is what else is asked, of spam and trash by their index. */
const folders = [
  // What the mail network could not hand over for days has them all from the day it came here.
  ['inbox', 'receivedAt', 'inbox', 'and m."filedAt" < k.inbox'],
  ['spam', 'filedAt', 'spam', 'and m.waits is null'],
  ['quarantine', 'filedAt', 'spam', 'and m.waits is null'],
  ['trash', 'filedAt', 'trash', 'and m.waits is null'],
] as const

// A tenant and folder at a time, oldest first: so the index of the folder is walked, up to the day or to `most` and no
// further. As a plain join the planner, who takes a third of all mail for overdue, would read the whole table for a batch. The
// folder is one and the same; named in the order, too, as its comparison leaks and is otherwise not taken for settled.
const overdueIn = ([folder, age, kept, more]: (typeof folders)[number], most: number) => Prisma.sql`
    select m.* from kept k cross join lateral (
      select m.id, m."tenantId", m."inboxId", m."rawId", m.folder from "Message" m
       where m."tenantId" = k.id and ${Prisma.raw(`m.folder = '${folder}' and m."${age}" < k.${kept} ${more} order by m.folder, m."${age}"`)}
       limit ${most}) m`

/** The same of a row `m` of `Message` beside its `kept k`: asked again once the row is held. */
export const isOverdue = Prisma.sql`
  case m.folder when 'inbox' then greatest(m."receivedAt", m."filedAt") < k.inbox
                when 'trash' then m."filedAt" < k.trash
                else m."filedAt" < k.spam and m.waits is null end`

/** `kept`: since when mail of each tenant is kept, by folder; null for ever. The platform's own tenant obeys no workspace. */
function keptSql(day: Date, only: Prisma.Sql, proposal: Proposal): Prisma.Sql {
  const days = retentionFields.map((name) => {
    const proposed = proposal[name]
    const policy = proposed === undefined ? Prisma.raw(`w."${name}"`) : Prisma.sql`${proposed}::int`
    return Prisma.sql`least(case when t.kind = 'customer' then ${policy} end, ${Prisma.raw(`p."${name}"`)}) as ${Prisma.raw(`"${name}"`)}`
  })
  const since = (name: string) =>
    Prisma.sql`${day}::timestamptz - make_interval(days => least(${Prisma.raw(`"${name}", "inboxRetentionDays"`)}))`
  return Prisma.sql`
    with plans as (${plansSql()}),
    days as (
      select t.id, t."workspaceId", ${Prisma.join(days)}
        from "Tenant" t join "Workspace" w on w.id = t."workspaceId" join plans p on p.plan = t.plan
       where ${only}),
    kept as (
      select id, "workspaceId", ${since('inboxRetentionDays')} as inbox, ${since('spamRetentionDays')} as spam,
             ${since('trashRetentionDays')} as trash
        from days)`
}

const plansSql = () =>
  Prisma.join(
    planNames.map((plan) => {
      const limits = planLimits(plan)
      const values = retentionFields.map(
        (name) => Prisma.sql`${limits[name]}::int as ${Prisma.raw(`"${name}"`)}`,
      )
      return Prisma.sql`select ${plan}::"Plan" as plan, ${Prisma.join(values)}`
    }),
    ' union all ',
  )
