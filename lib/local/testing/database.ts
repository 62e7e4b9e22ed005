import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { createDatabase, dropDatabase } from '@/prisma/roles'
import { withDatabase } from '@/prisma/sql'

export interface TestDatabase {
  appUrl: string
  ownerUrl: string
  superUrl: string
  drop(): Promise<void>
}

/**
 * A fresh copy of the migrated database, for one test file. Puts its address and the settings that every process needs
 * into the environment, so call it before anything reads `env()`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const superUrl = inject('superUrl')
  const name = `test_${randomUUID().slice(0, 8)}`
  await createDatabase(superUrl, name, 'letterhead')
  const database = {
    appUrl: withDatabase(inject('appUrl'), name),
    ownerUrl: withDatabase(inject('ownerUrl'), name),
    superUrl: withDatabase(superUrl, name),
    drop: () => dropDatabase(superUrl, name),
  }
  process.env.DATABASE_URL = database.appUrl
  process.env.NEXTAUTH_SECRET ??= 'x'.repeat(32)
  process.env.MASTER_KEY ??= Buffer.alloc(32, 7).toString('base64')
  process.env.LOG_LEVEL ??= 'silent'
  return database
}
