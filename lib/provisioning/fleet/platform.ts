import { Prisma } from '@/lib/kernel/db/client'
import { asPlatform } from '@/lib/kernel/platform'
import { differencesOf } from './differences-sql'
import { encodePlace, type Place } from './place'
import type { List } from './read-list'
import type { FleetDiffView } from './view'

// The fleet is every customer, so it is held against a list as the platform.

type Part = keyof Place
type Answered = { [K in Part]: { part: K } & FleetDiffView[K] }[Part]
type Parts = Pick<FleetDiffView, Part>

/**
 * Both differences, and the fields that differ, up to `limit` of each behind a place: one statement, to which the list is
 * given once. Changes nothing.
 */
export async function compareFleet(
  { lines, compared, passedOver }: List,
  place: Place | undefined,
  limit: number,
): Promise<FleetDiffView> {
  const { standing, answered } = await asPlatform(async (tx) => {
    // What is in the list nobody has counted: taken for a few lines, all of it would be gone through for each row of the fleet.
    await tx.$executeRaw`set local enable_nestloop = off`
    return {
      standing: await tx.tenant.count({ where: { kind: 'customer' } }),
      // One more of each than is told says whether there are more.
      answered: await tx.$queryRaw<
        Answered[]
      >`with ${differencesOf(lines, compared)} ${toldOf(place, limit + 1)}`,
    }
  })
  const found = Object.fromEntries(
    answered.map(({ part, total, items }) => [part, { total, items }]),
  ) as unknown as Parts
  return {
    ...{ listed: lines.length, standing, compared, passedOver },
    onlyInList: first(found.onlyInList, limit),
    onlyInFleet: first(found.onlyInFleet, limit),
    differing: first(found.differing, limit),
    nextCursor: cursorOf(found, limit),
  }
}

/** What stands in each part behind its place. */
function toldOf(place: Place | undefined, most: number): Prisma.Sql {
  const behind = <P>(at: P | null | undefined, sql: (at: P) => Prisma.Sql) =>
    at === undefined ? Prisma.sql`true` : at === null ? Prisma.sql`false` : sql(at)
  return Prisma.sql`
    select 'onlyInList' as part, (select count(*)::int from only_in_list) as total,
           (select coalesce(jsonb_agg(x), '[]') from (
              select * from only_in_list where ${behind(place?.onlyInList, (line) => Prisma.sql`line > ${line}::int`)}
               order by line limit ${most}) x) as items
    union all
    select 'onlyInFleet', (select count(*)::int from only_in_fleet),
           (select coalesce(jsonb_agg(x), '[]') from (
              select * from only_in_fleet where ${behind(place?.onlyInFleet, (slug) => Prisma.sql`tenant > ${slug}`)}
               order by tenant limit ${most}) x)
    union all
    select 'differing', (select count(*)::int from differing),
           (select coalesce(jsonb_agg(x), '[]') from (
              select * from differing
               where ${behind(
                 place?.differing,
                 ([slug, field, line, fleet]) =>
                   Prisma.sql`(tenant, field, coalesce(line, ${LAST}::int), coalesce(fleet, ''))
                     > (${slug}, ${field}, ${line ?? LAST}::int, ${fleet ?? ''})`,
               )}
               order by tenant, field, coalesce(line, ${LAST}::int), coalesce(fleet, '') limit ${most}) x)`
}

// What only the fleet has stands in no line, and comes last.
const LAST = 2_147_483_647

const first = <T>({ total, items }: { total: number; items: T[] }, limit: number) => ({
  total,
  items: items.slice(0, limit),
})

/** Null once all three are told. */
function cursorOf({ onlyInList, onlyInFleet, differing }: Parts, limit: number): string | null {
  const line = lastOf(onlyInList.items, limit)
  const organisation = lastOf(onlyInFleet.items, limit)
  const other = lastOf(differing.items, limit)
  if (!line && !organisation && !other) return null
  return encodePlace({
    onlyInList: line?.line ?? null,
    onlyInFleet: organisation?.tenant ?? null,
    differing: other ? [other.tenant, other.field, other.line, other.fleet] : null,
  })
}

/** The last that is told of what has more. */
const lastOf = <T>(items: T[], limit: number): T | undefined =>
  items.length > limit ? items[limit - 1] : undefined
