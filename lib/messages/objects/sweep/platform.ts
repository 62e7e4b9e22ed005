import { storage, type StoredObject } from '@/lib/gateways/storage'
import { after, DAY, MINUTE } from '@/lib/kernel/clock'
import { enqueue } from '@/lib/kernel/jobs'
import { withLock } from '@/lib/kernel/lock'
import { log } from '@/lib/kernel/log'
import { asPlatform } from '@/lib/kernel/platform'
import { SWEEP_OBJECTS } from '../jobs'
import { daysTo, lastOver, nextDay } from './days'

// A listing asks for no more either (Amazon S3, ListObjectsV2).
const BATCH = 1_000
const FOLDERS_AT_ONCE = 4
// A job that runs longer than fifteen minutes is taken for dead by the queue.
const PATIENCE = 10 * MINUTE

/**
 * Finds objects that never got a row, of each day since the last sweep that is over, and leaves them to be removed; and
 * clears away what is left of days. It goes on where it ended or died, however long ago. Across tenants because such objects
 * have none. By the worker, nightly; what is left after ten minutes is a new job. Answers how many it found.
 */
export async function sweepObjects(now = new Date(), patience = PATIENCE): Promise<number> {
  const until = performance.now() + patience
  const before = after(now, -DAY)
  let found = 0
  await withLock('object sweep', async () => {
    const tenants = (await storage().folders('tenants')).map((name) => `tenants/${name}`).sort()
    const from = await asPlatform((tx) => tx.objectSweep.findFirstOrThrow())
    for (const day of daysTo(from.day, lastOver(now))) {
      const folders = ['stray', ...tenants].filter((name) => day > from.day || name > from.folder)
      for (let at = 0; at < folders.length; at += FOLDERS_AT_ONCE) {
        if (performance.now() > until) return asPlatform((tx) => enqueue(tx, SWEEP_OBJECTS, {}))
        const some = folders.slice(at, at + FOLDERS_AT_ONCE)
        for (const n of await Promise.all(some.map((name) => sweepFolder(name, day, before)))) found += n
        await noteSwept(day, some.at(-1)!)
      }
      await noteSwept(nextDay(day), '')
    }
  })
  if (found > 0) log().warn({ found }, 'objects without rows')
  return found
}

const noteSwept = (day: string, folder: string) =>
  asPlatform((tx) => tx.objectSweep.updateMany({ data: { day, folder } }))

/** Never what is younger than a day, whatever day it is called by: its row may be about to come. */
async function sweepFolder(name: string, day: string, before: Date): Promise<number> {
  const folder = `${name}/${day}`
  await storage().removeUnfinished(folder, before)
  let found = 0
  let batch: StoredObject[] = []
  for await (const object of storage().list(folder)) {
    if (object.modifiedAt < before) batch.push(object)
    if (batch.length < BATCH) continue
    found += await leaveRowless(batch)
    batch = []
  }
  found += await leaveRowless(batch)
  await storage().removeEmptyFolders(name, before)
  return found
}

/** On the list of what is to be removed, which is worked off whatever storage refuses meanwhile. */
async function leaveRowless(objects: StoredObject[]): Promise<number> {
  if (objects.length === 0) return 0
  const keys = objects.map(({ key }) => key)
  const where = { key: { in: keys } }
  const select = { key: true }
  return asPlatform(async (tx) => {
    const rows = [
      ...(await tx.rawMessage.findMany({ where, select })),
      ...(await tx.strayMail.findMany({ where, select })),
    ]
    const known = new Set(rows.map(({ key }) => key))
    const data = objects.flatMap(({ key }) => (known.has(key) ? [] : { key }))
    await tx.objectRemoval.createMany({ data })
    return data.length
  })
}
