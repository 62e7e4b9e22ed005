import { setTimeout as pause } from 'node:timers/promises'
import { MINUTE, SECOND } from '@/lib/kernel/clock'
import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { AppError, catalog } from '@/lib/kernel/errors'
import { enqueue } from '@/lib/kernel/jobs'
import { announce } from '@/lib/kernel/live'
import { log } from '@/lib/kernel/log'
import { asPlatform } from '@/lib/kernel/platform'
import { RUN_BATCHES } from '../../jobs'
import { tellTenant } from '@/lib/tenants/tell'
import { holdToStarter } from '../../starter/platform'
import { actorOf, inBackground } from '../../starter/started-by'
import { refuseWhatWaits } from '../stop/platform'
import { refusedWith, type ItemOutcome } from '../to-view'
import { acts } from '../acts/platform'

// Works on what admins started, across tenants.

/** So long at a time, then somebody else's turn. */
const TURN = 50 * SECOND
// What breaks off for a reason that is no refusal, such as a database that is away, goes to the end of its batch.
const MOST_TRIES = 20
const REST = 5 * SECOND
// New tenants cost calls at the mail network, of which everybody shares a few a second: a file waits while so many do,
// so that a domain somebody adds meanwhile is not behind ten thousand. One that cannot be made is not waited for.
const MOST_WAITING = 20
const WAITED_FOR = 15 * MINUTE

type Batch = Pick<Prisma.BatchGetPayload<object>, 'id' | 'kind' | 'startedBy' | 'stopped'>

/**
 * One item of each batch in turn, until nothing is left or the time is over. Any number of workers share the work; one
 * that dies lets go of its item, which the next then takes.
 */
export async function runBatches(time = TURN): Promise<void> {
  const end = Date.now() + time
  if ((await unfinished()).length === 0) return
  // Whoever is free helps.
  await asPlatform((tx) => enqueue(tx, RUN_BATCHES, {}))
  while (Date.now() < end) {
    const rounds: Round[] = []
    for (const batch of await unfinished())
      rounds.push(await oneOf(batch).catch((error: unknown) => brokeOff(batch, error)))
    if (rounds.includes('broke_off')) await pause(REST)
    else if (rounds.includes('did')) continue
    else if (rounds.includes('waits')) await pause(SECOND)
    else return
  }
}

/** Where there are more than a round has, each has the same chance to be in it. */
const unfinished = () =>
  asPlatform(
    (tx) => tx.$queryRaw<Batch[]>`
      select id, kind::text, "startedBy", stopped from "Batch" where "finishedAt" is null order by random() limit 50`,
  )

/** One that cannot be worked on at all stops no other. */
function brokeOff({ id: batchId }: Batch, error: unknown): Round {
  log().warn({ err: error, batchId }, 'a batch broke off')
  return 'broke_off'
}

type Round = 'did' | 'nothing_left' | 'waits' | 'broke_off'

async function oneOf(batch: Batch): Promise<Round> {
  const over = await overBecause(batch)
  if (over) return (await asPlatform((tx) => refuseWhatWaits(tx, batch.id, over))) > 0 ? 'did' : 'waits'
  if (batch.kind === 'provision' && (await isMailNetworkBusy())) return 'waits'
  let taken: string | undefined
  try {
    const done = await asPlatform(async (tx) => {
      const item = await take(tx, batch.id)
      if (!item) return null
      taken = item.id
      const actor = inBackground(actorOf(batch.startedBy))
      const done = await acts[batch.kind](tx, actor, { batchId: batch.id, input: item.input })
      await settle(tx, batch.id, item.id, 'done', done.outcome)
      return done
    })
    if (done?.tell) await tellTenant(done.tell)
    if (done?.news) await announce(done.news)
    return done ? 'did' : 'nothing_left'
  } catch (error) {
    if (taken === undefined) throw error
    return stumbled(batch.id, taken, error)
  }
}

/** Why nothing of it may begin any more: it was stopped, or whoever started it is not let in any more. */
async function overBecause({ startedBy, stopped }: Batch): Promise<ItemOutcome | null> {
  if (stopped) return stopped as ItemOutcome
  try {
    await asPlatform((tx) => holdToStarter(tx, startedBy))
    return null
  } catch (error) {
    if (!isRefusal(error)) throw error
    return refusedWith(error)
  }
}

/** The next that waits and nobody holds: held to the end of the transaction. */
async function take(tx: Tx, batchId: string) {
  const [item] = await tx.$queryRaw<{ id: string; input: Prisma.JsonObject }[]>`
    select id, input from "BatchItem" where "batchId" = ${batchId}::uuid and state = 'waiting'
     order by tries, seq limit 1 for update skip locked`
  return item
}

async function settle(
  tx: Tx,
  batchId: string,
  id: string,
  state: 'done' | 'refused',
  outcome: ItemOutcome,
): Promise<void> {
  await tx.$executeRaw`
    update "BatchItem" set state = ${state}::"BatchItemState", outcome = ${JSON.stringify(outcome)}::jsonb,
           "settledAt" = clock_timestamp() where id = ${id}::uuid`
  const [done, refused] = state === 'done' ? [1, 0] : [0, 1]
  await tx.$executeRaw`
    update "Batch" set done = done + ${done}, refused = refused + ${refused},
           "finishedAt" = case when done + refused + 1 = total then greatest(clock_timestamp(), "createdAt") end
     where id = ${batchId}::uuid`
}

const isRefusal = (error: unknown): error is AppError =>
  error instanceof AppError && !catalog[error.code].retry

/** A refusal settles the item; anything else is tried again, last. */
async function stumbled(batchId: string, id: string, error: unknown): Promise<Round> {
  const refusal = isRefusal(error) ? error : null
  if (!refusal) log().warn({ err: error, batchId, itemId: id }, 'an item broke off')
  await asPlatform(async (tx) => {
    const [item] = await tx.$queryRaw<{ tries: number }[]>`
      update "BatchItem" set tries = tries + 1 where id = ${id}::uuid and state = 'waiting' returning tries`
    // Another worker took it meanwhile, and settled it.
    if (!item) return
    if (refusal || item.tries >= MOST_TRIES)
      await settle(tx, batchId, id, 'refused', refusedWith(refusal ?? new AppError('internal')))
  })
  return refusal ? 'did' : 'broke_off'
}

async function isMailNetworkBusy(): Promise<boolean> {
  const rows = await asPlatform(
    (tx) => tx.$queryRaw<unknown[]>`
      select 1 as waits from "Stream"
       where "provisionedAt" is null and "createdAt" > now() - make_interval(secs => ${WAITED_FOR / SECOND})
       limit ${MOST_WAITING}`,
  )
  return rows.length === MOST_WAITING
}
