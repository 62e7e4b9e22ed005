import { pool } from './db/pool'

/**
 * Runs `work` while no other process holds the same name; answers `undefined` without running it when one does.
 * The lock is the database session's, so a process that dies lets go of it at once.
 */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  const connection = await pool().connect()
  try {
    const { rows } = await connection.query<{ got: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as got', [name])
    if (!rows[0]?.got) return undefined
    try {
      return await work()
    } finally {
      await connection.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name])
    }
  } finally {
    connection.release()
  }
}
