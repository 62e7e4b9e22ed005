import pg from 'pg'
import { env } from './env'

// One connection a process holds all its locks: holding one per lock would let nested locks starve each other.
const holder = globalThis as typeof globalThis & {
  letterheadLocks?: { client: Promise<pg.Client>; held: Set<string> }
}

/**
 * Runs `work` while nobody else, here or in another process, holds the same name; answers `undefined` without running
 * it when somebody does. The lock is the database session's, so a process that dies lets go of it at once.
 */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  const { client, held } = locks()
  if (held.has(name)) return undefined
  held.add(name)
  try {
    const connection = await client
    const { rows } = await connection.query<{ got: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as got',
      [name],
    )
    if (!rows[0]?.got) return undefined
    try {
      return await work()
    } finally {
      await connection.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name])
    }
  } finally {
    held.delete(name)
  }
}

function locks() {
  return (holder.letterheadLocks ??= { client: connect(), held: new Set() })
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true })
  // A session that breaks has lost its locks: the next call begins a new one.
  const forget = () => delete holder.letterheadLocks
  client.on('error', forget)
  client.on('end', forget)
  try {
    await client.connect()
  } catch (error) {
    forget()
    throw error
  }
  return client
}

export async function closeLocks(): Promise<void> {
  const client = await holder.letterheadLocks?.client
  delete holder.letterheadLocks
  await client?.end()
}
