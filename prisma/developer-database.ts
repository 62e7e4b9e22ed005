import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres } from '../lib/local/postgres'
import { ensureRoles } from './roles'
import { openTempFolder } from '../lib/local/temp-folder'

/** A login that may create shadow databases: MIGRATE_SHADOW_URL, else a cluster that lives for the length of `work`. */
export async function withDeveloperDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const given = process.env.MIGRATE_SHADOW_URL
  if (given) return work(given)
  const folder = openTempFolder('letterhead-shadow-')
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), settings: { fsync: 'off' } })
  try {
    const { owner: ownerPassword, app: appPassword } = postgres.passwords
    await ensureRoles(postgres.superUrl, {
      ownerPassword,
      appPassword,
      database: 'letterhead',
      ownerCreatesDatabases: true,
    })
    return await work(postgres.ownerUrl)
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
