import { PgBoss, type Queue } from 'pg-boss'
import { APP, PLATFORM } from './roles'
import { withClient } from './sql'

export const QUEUE_SCHEMA = 'pgboss'

/**
 * The queue's tables and queues, made and migrated by the owner; the application gets rows and functions, no DDL,
 * and so does the platform role: a job is queued in the transaction of the act, whichever of them acts.
 * Safe to run again. A queue that is no longer named is left with its jobs.
 */
export async function ensureQueue(ownerUrl: string, queues: readonly (string | Queue)[]) {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: QUEUE_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
  })
  const problems: Error[] = []
  boss.on('error', (error) => problems.push(error))
  await boss.start()
  try {
    for (const wanted of queues) await ensureOne(boss, typeof wanted === 'string' ? { name: wanted } : wanted)
  } finally {
    await boss.stop({ graceful: false })
  }
  if (problems[0]) throw problems[0]
  await grantToApp(ownerUrl)
}

async function ensureOne(boss: PgBoss, { name, ...options }: Queue) {
  const { policy, partition, ...changeable } = options
  if (!(await boss.getQueue(name))) return boss.createQueue(name, options)
  if (Object.keys(changeable).length > 0) await boss.updateQueue(name, changeable)
}

async function grantToApp(ownerUrl: string) {
  const inSchema = `IN SCHEMA ${QUEUE_SCHEMA}`
  const rows = 'SELECT, INSERT, UPDATE, DELETE ON TABLES'
  const both = `${APP}, ${PLATFORM}`
  await withClient(ownerUrl, (client) =>
    client.query(`
      GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${both};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES ${inSchema} TO ${both};
      GRANT USAGE ON ALL SEQUENCES ${inSchema} TO ${both};
      GRANT EXECUTE ON ALL FUNCTIONS ${inSchema} TO ${both};
      ALTER DEFAULT PRIVILEGES ${inSchema} GRANT ${rows} TO ${both};
      ALTER DEFAULT PRIVILEGES ${inSchema} GRANT EXECUTE ON FUNCTIONS TO ${both};
    `),
  )
}
