import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '@/lib/audit/record-act'
import { MINUTE, SECOND } from '@/lib/kernel/clock'
import { Prisma } from '@/lib/kernel/db/client'
import { enqueue } from '@/lib/kernel/jobs'
import { announceAll } from '@/lib/kernel/live'
import { withLock } from '@/lib/kernel/lock'
import { log } from '@/lib/kernel/log'
import { asPlatform } from '@/lib/kernel/platform'
import { usageTime } from '@/lib/usage/usage-time'
import { RETAIN } from '../jobs'
import { dayOf, nightName } from '../night'
import { deleteSome } from './delete-some'
import { dropOldRefusals } from '../refusals/platform'
import { tellTallies } from '../tell/platform'
import { tenantsDue } from '../tenants-due'

// What one transaction holds, of how many tenants at most; between two, whoever waits for the same rows gets them.
const AT_ONCE = 500
const TENANTS_AT_ONCE = 50
const PAUSE = 20
// When there is nothing but tenants whose storage somebody holds.
const LONG_PAUSE = SECOND
// A job that runs longer than fifteen minutes is taken for dead by the queue.
const PATIENCE = 10 * MINUTE

/**
 * Deletes mail that was kept for its days, of all tenants: a batch of each workspace in turn, so that a large one does not
 * keep the others waiting. All it knows is in the rows, so it goes on wherever it died, and running it twice does nothing
 * more. By the worker, nightly; what is left after ten minutes is a new job. Across tenants, as nobody of theirs does it.
 */
export async function retain(
  actor: Actor,
  pause: (ms: number) => Promise<unknown> = (ms) => sleep(ms),
): Promise<void> {
  await withLock('retention', async () => {
    const isDone = await deleteAll(pause)
    if (!isDone) return asPlatform((tx) => enqueue(tx, RETAIN, {}))
    await tellTallies(actor)
    await dropOldRefusals()
  })
}

/** False when there was no time for all of it. */
async function deleteAll(pause: (ms: number) => Promise<unknown>): Promise<boolean> {
  const until = performance.now() + PATIENCE
  const day = await asPlatform(async (tx) => dayOf(await usageTime(tx)))
  const due = await asPlatform((tx) => tenantsDue(tx, day, Prisma.sql`true`))
  const queues = [...Map.groupBy(due, ({ workspaceId }) => workspaceId).values()].map((tenants) =>
    tenants.map(({ id }) => id),
  )
  for (let queue = queues.shift(); queue; queue = queues.shift()) {
    const { isOver, passed, hasFound } = await deleteBatch(queue.slice(0, TENANTS_AT_ONCE), day)
    if (isOver) {
      queue.splice(0, TENANTS_AT_ONCE)
      queue.push(...passed)
    }
    if (queue.length > 0) queues.push(queue)
    if (queues.length === 0) break
    if (performance.now() > until) return false
    await pause(hasFound || passed.length === 0 ? PAUSE : LONG_PAUSE)
  }
  return true
}

/**
 * Is over when all of it is deleted, or what is left is held by somebody: then it goes with the next night. Tenants who were
 * passed over have their turn again.
 */
async function deleteBatch(tenants: readonly string[], day: Date) {
  const {
    found,
    deleted: rows,
    passed,
  } = await asPlatform((tx) => deleteSome(tx, tenants, day, nightName(day), AT_ONCE))
  const inboxes = new Map(rows.map(({ inboxId, tenantId }) => [inboxId, tenantId]))
  await announceAll([...inboxes].map(([id, tenantId]) => ({ tenantId, noun: 'messages', id })))
  if (rows.length > 0) log().info({ deleted: rows.length, tenants: tenants.length }, 'retention')
  return { isOver: found < AT_ONCE || rows.length === 0, passed, hasFound: found > 0 }
}
