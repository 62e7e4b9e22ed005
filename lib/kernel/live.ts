import { EventEmitter } from 'node:events'
import pg from 'pg'
import { pool } from './db/pool'
import { env } from './env'
import { log } from './log'

/** A hint that something changed: ids only, so that whoever hears it reads it again as themselves. */
export interface Change {
  tenantId: string
  noun: string
  id: string
}

const CHANNEL = 'letterhead_live'

/**
 * Tells every process. Outside of transactions: a NOTIFY in a commit serialises all commits of the database.
 * Failing is harmless (pages poll as well), so it is logged and not thrown.
 */
export const announce = (change: Change): Promise<void> => announceAll([change])

/** The same of many at once, in one statement: whoever changed something for hundreds takes one connection for a moment. */
export async function announceAll(changes: Change[]): Promise<void> {
  if (changes.length === 0) return
  const payloads = changes.map((change) => JSON.stringify(change))
  await pool()
    .query('select pg_notify($1, payload) from unnest($2::text[]) payload', [CHANNEL, payloads])
    .catch((error: unknown) => log().warn({ err: error }, 'announce failed'))
}

/** Changes as they are announced by any process. `lost` fires when some may have been missed. */
export interface LiveFeed {
  on(event: 'change', listener: (change: Change) => void): void
  on(event: 'lost', listener: () => void): void
  off(event: 'change', listener: (change: Change) => void): void
  off(event: 'lost', listener: () => void): void
}

const holder = globalThis as typeof globalThis & {
  letterheadFeed?: EventEmitter
  letterheadFeedBegun?: Promise<void>
  letterheadFeedClient?: pg.Client
}

/** One LISTEN connection a process, opened on first use and again whenever it breaks. */
export function liveFeed(): LiveFeed {
  if (holder.letterheadFeed) return holder.letterheadFeed
  const emitter = (holder.letterheadFeed = new EventEmitter().setMaxListeners(0))
  holder.letterheadFeedBegun = listen(emitter, 0)
  return emitter
}

/** Resolves when the feed hears, or has failed at its first try: then it says `lost` once it does. */
export async function feedBegun(): Promise<void> {
  liveFeed()
  await holder.letterheadFeedBegun
}

async function listen(emitter: EventEmitter, attempt: number): Promise<void> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true })
  let over = false
  const again = () => {
    if (over || holder.letterheadFeed !== emitter) return
    over = true
    emitter.emit('lost')
    setTimeout(() => void listen(emitter, attempt + 1), Math.min(5_000, 200 * 2 ** attempt)).unref()
  }
  client.on('error', again)
  client.on('end', again)
  client.on('notification', ({ payload }) => emitter.emit('change', JSON.parse(payload ?? '{}') as Change))
  try {
    await client.connect()
    holder.letterheadFeedClient = client
    await client.query(`listen ${CHANNEL}`)
    if (attempt > 0) emitter.emit('lost')
  } catch (error) {
    log().warn({ err: error }, 'live feed not connected')
    again()
  }
}

export async function closeFeed(): Promise<void> {
  delete holder.letterheadFeed
  await holder.letterheadFeedClient?.end()
  delete holder.letterheadFeedClient
}
