import { fromPrisma, PgBoss } from 'pg-boss'
import type { Tx } from './db/client'
import { env } from './env'
import { log } from './log'

/** A kind of job. Its data are ids only: a job is a signal, the worker reads the intent again from its row. */
export interface Job<Data extends object> {
  readonly name: string
  /** cron in UTC, for jobs that come by themselves */
  readonly cron?: string
  readonly sample?: Data
}

const holder = globalThis as typeof globalThis & { letterheadBoss?: Promise<PgBoss> }

/** Whose a job is, and its place in line: of all that wait the lowest turn is next. */
export interface Turn {
  of: string
  turn: number
}

/** Puts a job into the queue as part of the transaction: rolled back, it never was. */
export async function enqueue<Data extends object>(
  tx: Tx,
  job: Job<Data>,
  data: Data,
  place?: Turn,
): Promise<void> {
  const queue = await boss('sender')
  const turn = place && { group: { id: place.of }, priority: -place.turn }
  await queue.send(job.name, data, { db: fromPrisma(tx), ...turn })
}

export type Handlers = {
  job: Job<object>
  handle: (data: object) => Promise<void>
  concurrency: number
  /** so many of the lanes at most for one whose turns they are */
  ofOne?: number
}[]

/** Starts working the queues. A handler that throws is tried again by the queue, with back-off. */
export async function workJobs(handlers: Handlers): Promise<void> {
  const queue = await boss('worker')
  for (const lanes of handlers) {
    await work(queue, lanes)
    if (lanes.job.cron) await queue.schedule(lanes.job.name, lanes.job.cron, {})
  }
}

/**
 * One job at a time in each lane. Who did one looks for the next at once: left to its polling, a backlog would be taken at
 * that pace.
 */
async function work(queue: PgBoss, { job: { name }, handle, concurrency, ofOne }: Handlers[number]) {
  // NOTIFY tells of new jobs only, and of none that is tried again.
  const pace = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 }
  const lanes = {
    localConcurrency: concurrency,
    ...(ofOne !== undefined && { localGroupConcurrency: ofOne }),
  }
  await queue.work(name, { ...pace, ...lanes }, async ([one]) => {
    if (!one) return
    await handle(one.data as object)
    // Which of those at work this is, it is not told; the others look again at once as it is.
    for (const lane of queue.getWipData())
      if (lane.name === name && lane.count > 0) queue.notifyWorker(lane.id)
  })
}

export async function closeJobs(): Promise<void> {
  const queue = await holder.letterheadBoss
  delete holder.letterheadBoss
  await queue?.stop({ graceful: true, timeout: 5_000 })
}

function boss(as: 'sender' | 'worker'): Promise<PgBoss> {
  return (holder.letterheadBoss ??= start(as).catch((error: unknown) => {
    // The next act tries again: a database that was away once must not cost the process its queue.
    delete holder.letterheadBoss
    throw error
  }))
}

async function start(as: 'sender' | 'worker'): Promise<PgBoss> {
  const working = as === 'worker'
  const made = new PgBoss({
    connectionString: env().DATABASE_URL,
    schema: 'pgboss',
    max: 4,
    // The owner makes and migrates the queue's schema; the application's role has no right to.
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    supervise: working,
    schedule: working,
    useListenNotify: working,
    // What a worker held when it died is found this often.
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  })
  made.on('error', (error) => log().warn({ err: error }, 'queue trouble'))
  await made.start()
  return made
}
