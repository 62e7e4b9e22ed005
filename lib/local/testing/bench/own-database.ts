import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { prepareDatabase } from '../../database'
import { startPostgres } from '../../postgres'
import { openTempFolder } from '../../temp-folder'

/**
 * A PostgreSQL of its own with nothing in it but the product's tables; its settings become this process's. Where only reading
 * is measured the seed need not survive a power cut.
 */
export async function ownDatabase({ durable = false } = {}) {
  const folder = openTempFolder('letterhead-bench-')
  const settings: Record<string, string> = durable ? {} : { fsync: 'off', synchronous_commit: 'off' }
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), settings })
  await prepareDatabase(postgres)
  Object.assign(process.env, {
    DATABASE_URL: postgres.appUrl,
    NEXTAUTH_SECRET: 'x'.repeat(32),
    MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    LOG_LEVEL: 'silent',
  })
  const superUrl = new URL(postgres.superUrl)
  superUrl.pathname = '/letterhead'
  return {
    superUrl: superUrl.href,
    pid: postgres.pid,
    async stop() {
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
