import { ensureRoles } from '@/prisma/roles'
import { setUpDatabase } from '@/prisma/set-up'
import type { Postgres } from './postgres'

/** Roles, database, migrations and queues on an embedded cluster. Safe to run at every start. */
export async function prepareDatabase({ superUrl, ownerUrl, passwords }: Postgres): Promise<string[]> {
  const { owner: ownerPassword, app: appPassword } = passwords
  await ensureRoles(superUrl, {
    ownerPassword,
    appPassword,
    database: 'letterhead',
    ownerCreatesDatabases: true,
  })
  return setUpDatabase(ownerUrl)
}
