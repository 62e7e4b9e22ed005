import pg from 'pg'
import { env } from '../env'

const holder = globalThis as typeof globalThis & { letterheadPool?: pg.Pool }

/** A few plain connections beside Prisma's: locks that outlive a statement, and NOTIFY outside transactions. */
export function pool(): pg.Pool {
  return (holder.letterheadPool ??= newPool())
}

function newPool(): pg.Pool {
  const made = new pg.Pool({ connectionString: env().DATABASE_URL, max: 6, idleTimeoutMillis: 30_000 })
  // An idle connection that breaks is replaced on next use; without a listener it would end the process.
  made.on('error', () => undefined)
  return made
}

export async function closePool(): Promise<void> {
  await holder.letterheadPool?.end()
  delete holder.letterheadPool
}
