import { storage } from '@/lib/gateways/storage'
import { SECOND } from '@/lib/kernel/clock'
import { log } from '@/lib/kernel/log'
import { asPlatform } from '@/lib/kernel/platform'

const BATCH = 100
const AT_ONCE = 8
// The next run begins a minute after this one.
const LONGEST = 45 * SECOND

/**
 * Removes objects, then their rows: a death in between removes the object twice, which is fine. Across tenants because
 * whoever's row it was is gone. Answers how many.
 */
export async function removeObjects(): Promise<number> {
  let removed = 0
  for (const end = performance.now() + LONGEST; performance.now() < end;) {
    const { taken, done } = await asPlatform(async (tx) => {
      const rows = await tx.$queryRaw<{ id: string; key: string }[]>`
        select id, key from "ObjectRemoval" order by "createdAt" limit ${BATCH} for update skip locked`
      const ids = await removeEach(rows)
      await tx.objectRemoval.deleteMany({ where: { id: { in: ids } } })
      return { taken: rows.length, done: ids.length }
    })
    removed += done
    // What storage refuses is left for the next minute.
    if (taken < BATCH || done < taken) break
  }
  return removed
}

/** A few at a time; those that failed are left out and logged. */
async function removeEach(rows: { id: string; key: string }[]): Promise<string[]> {
  const done: string[] = []
  const remove = async ({ id, key }: (typeof rows)[number]) => {
    await storage().remove(key)
    return id
  }
  for (let at = 0; at < rows.length; at += AT_ONCE)
    for (const result of await Promise.allSettled(rows.slice(at, at + AT_ONCE).map(remove)))
      if (result.status === 'fulfilled') done.push(result.value)
      else log().warn({ err: result.reason as unknown }, 'an object was not removed')
  return done
}
