import { queues } from '@/lib/faces/worker/queues'
import { keepAuditEpoch } from './audit-epoch'
import { deployMigrations } from './deploy-migrations'
import { ensureQueue } from './queue'

/** What a release needs of the database: its migrations and its queues. As the owner; safe to run again. */
export async function setUpDatabase(ownerUrl: string): Promise<string[]> {
  const applied = await deployMigrations(ownerUrl)
  await ensureQueue(ownerUrl, queues)
  await keepAuditEpoch(ownerUrl)
  return applied
}
