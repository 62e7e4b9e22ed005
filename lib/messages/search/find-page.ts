import { Prisma, type Tx } from '@/lib/kernel/db/client'
import type { Position } from '@/lib/kernel/page'
import type { Search } from '../words/parse-search'
import { among, listed, newestFirst, type FoundPage, type Place, type Wanted } from './listed'
import { toQuery, unwanted } from './to-query'
import { walkOn } from './walk-on'

// Words that as many messages have are met soon by whoever walks the list; rarer ones are sorted, all of them.
const MOST_FOUND = 5_000
// Messages that are looked at before anything is looked up: what many have fills a page out of these.
const GLANCE = 1_000
// Messages that one stretch of a whole walk looks at.
const STRETCH = 5_000

/** One page of a list, or of what a search finds in it. A page of a search may be short, even empty, and go on all the same. */
export async function findPage(
  tx: Tx,
  wanted: Wanted,
  search: Pick<Search, 'words' | 'without'>,
  limit: number,
): Promise<FoundPage> {
  if (search.words.length === 0 && search.without.length === 0)
    return cut(
      await tx.$queryRaw<Place[]>`select id, "receivedAt" from ${listed(wanted, limit + 1)} l ${newestFirst}`,
      limit,
    )
  const glance = await walked(tx, wanted, search, limit, GLANCE)
  if (glance.isFull) return glance
  const query = toQuery(search)
  const rare = query ? await sorted(tx, wanted, query, limit) : null
  if (rare) return rare
  return walkOn(wanted.older, async (older) => {
    const stretch = { ...wanted, older }
    const page = await walked(tx, stretch, search, limit, STRETCH)
    return page.isFull ? page : { ...page, next: await endOf(tx, stretch) }
  })
}

/** Looks the words up and sorts what has them; null when that is too much. */
async function sorted(tx: Tx, wanted: Wanted, query: string, limit: number): Promise<FoundPage | null> {
  const rows = await tx.$queryRaw<((Place | { id: null }) & { found: number })[]>`
    with found as materialized (select id from search_words(${query}::tsquery, ${wanted.inboxId}::uuid, ${MOST_FOUND}::int))
    select p.id, p."receivedAt", (select count(*)::int from found) as found
      from (values (1)) one(n) left join ${among(wanted, limit + 1)} p on true ${newestFirst}`
  if (rows[0]!.found >= MOST_FOUND) return null
  return cut(
    rows.filter((row) => row.id !== null),
    limit,
  )
}

/**
 * Walks the list by time and looks at each message's words, as far as told. Behind a fence: planned as one, a tenant whose mail
 * just came in would have each message compared with each (PostgreSQL thinks that it has none yet).
 */
async function walked(
  tx: Tx,
  wanted: Wanted,
  search: Pick<Search, 'words' | 'without'>,
  limit: number,
  stretch: number,
): Promise<FoundPage & { isFull: boolean }> {
  const [has, hasNot] = [toQuery({ ...search, without: [] }), unwanted(search)]
  const matches = Prisma.join(
    [
      ...(has ? [Prisma.sql`t.words @@ ${has}::tsquery`] : []),
      ...(hasNot ? [Prisma.sql`not t.words @@ ${hasNot}::tsquery`] : []),
    ],
    ' and ',
  )
  const rows = await tx.$queryRaw<Place[]>`
    select w.id, w."receivedAt" from ${listed(wanted, stretch)} w
     cross join lateral (select from "MessageText" t where t."tenantId" = ${wanted.tenantId}::uuid and t.id = w.id and ${matches} offset 0) t
     order by w."receivedAt" desc, w.id desc limit ${limit + 1}`
  return { ...cut(rows, limit), isFull: rows.length > limit }
}

/** Where a whole stretch ended; null when the list did before. */
async function endOf(tx: Tx, wanted: Wanted): Promise<Position | null> {
  const [last] = await tx.$queryRaw<Place[]>`
    select id, "receivedAt" from ${listed(wanted, STRETCH)} w ${newestFirst} offset ${STRETCH - 1} limit 1`
  return last ? placeOf(last) : null
}

function cut(rows: Place[], limit: number): FoundPage {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { ids: shown.map(({ id }) => id), next: rows.length > limit && last ? placeOf(last) : null }
}

const placeOf = ({ id, receivedAt }: Place): Position => ({ at: receivedAt, id })
