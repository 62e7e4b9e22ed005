import pg from 'pg'
import { env } from './env'

// One connection a process holds all its locks: holding one per lock would let nested locks starve each other.
const holder = globalThis as typeof globalThis & {
  letterheadLocks?: Locks
}

interface Locks {
  client: Promise<pg.Client>
  held: Set<string>
  /** the end of the queue: the connection answers one question at a time */
  last: Promise<unknown>
}

/**
 * Runs `work` while nobody else, here or in another process, holds the same name; answers `undefined` without running
 * it when somebody does. The lock is the database session's, so a process that dies lets go of it at once.
 */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  const locks = ours()
  if (locks.held.has(name)) return undefined
  locks.held.add(name)
  try {
    if (!(await ask(locks, 'pg_try_advisory_lock', name))) return undefined
    try {
      return await work()
    } finally {
      await ask(locks, 'pg_advisory_unlock', name)
    }
  } finally {
    locks.held.delete(name)
  }
}

function ours(): Locks {
  return (holder.letterheadLocks ??= { client: connect(), held: new Set(), last: Promise.resolve() })
}

function ask(
  locks: Locks,
  ability: 'pg_try_advisory_lock' | 'pg_advisory_unlock',
  name: string,
): Promise<boolean> {
  const answer = locks.last.then(async () => {
    const client = await locks.client
    const { rows } = await client.query<{ yes: boolean }>(
      `select ${ability}(hashtextextended($1, 0)) as yes`,
      [name],
    )
    return rows[0]?.yes ?? false
  })
  locks.last = answer.catch(() => undefined)
  return answer
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
