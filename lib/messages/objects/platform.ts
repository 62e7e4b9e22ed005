import { storage, type StoredObject } from '@/lib/gateways/storage'
import { after, DAY, SECOND } from '@/lib/kernel/clock'
import { log } from '@/lib/kernel/log'
import { asPlatform } from '@/lib/kernel/platform'

const BATCH = 100
const AT_ONCE = 8
// The next run begins a minute after this one.
const LONGEST = 45 * SECOND
// A sweep that did not run one night finds it on the next.
const DAYS_BACK = [1, 2, 3]

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
      const ids = await eachOf(rows, ({ id, key }) =>
        storage()
          .remove(key)
          .then(() => id),
      )
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
async function eachOf<R>(rows: R[], act: (row: R) => Promise<string>): Promise<string[]> {
  const done: string[] = []
  for (let at = 0; at < rows.length; at += AT_ONCE)
    for (const result of await Promise.allSettled(rows.slice(at, at + AT_ONCE).map(act)))
      if (result.status === 'fulfilled') done.push(result.value)
      else log().warn({ err: result.reason as unknown }, 'an object was not removed')
  return done
}

/**
 * Removes what was stored in the last days and has no row. Never what is younger than a day: its row may be about to
 * come. Across tenants because objects have none. Answers how many.
 */
export async function sweepObjects(now = new Date()): Promise<number> {
  const before = after(now, -DAY)
  let removed = 0
  for (const folder of await foldersOf(now)) {
    await storage().removeUnfinished(folder, before)
    let batch: StoredObject[] = []
    for await (const object of storage().list(folder)) {
      if (object.modifiedAt < before) batch.push(object)
      if (batch.length < BATCH) continue
      removed += await removeRowless(batch)
      batch = []
    }
    removed += await removeRowless(batch)
  }
  if (removed > 0) log().warn({ removed }, 'objects without rows removed')
  return removed
}

async function foldersOf(now: Date): Promise<string[]> {
  const days = DAYS_BACK.map((n) =>
    after(now, -n * DAY)
      .toISOString()
      .slice(0, 10),
  )
  const tenants = await storage().folders('tenants')
  return days.flatMap((day) => [`stray/${day}`, ...tenants.map((tenant) => `tenants/${tenant}/${day}`)])
}

async function removeRowless(objects: StoredObject[]): Promise<number> {
  if (objects.length === 0) return 0
  const keys = objects.map(({ key }) => key)
  const where = { key: { in: keys } }
  const select = { key: true }
  const rows = await asPlatform(async (tx) => [
    ...(await tx.rawMessage.findMany({ where, select })),
    ...(await tx.strayMail.findMany({ where, select })),
  ])
  const known = new Set(rows.map(({ key }) => key))
  const orphans = keys.filter((key) => !known.has(key))
  return (
    await eachOf(orphans, (key) =>
      storage()
        .remove(key)
        .then(() => key),
    )
  ).length
}
