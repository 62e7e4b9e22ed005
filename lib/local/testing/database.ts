import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { createDatabase, dropDatabase } from '@/prisma/roles'
import { withDatabase } from '@/prisma/sql'

export interface TestDatabase {
  appUrl: string
  ownerUrl: string
  superUrl: string
  /** As the superuser, past row-level security: what is there, whoever may see it. */
  ask<R extends object>(sql: string, values?: unknown[]): Promise<R[]>
  drop(): Promise<void>
}

// A connection costs more than nearly any question; two are enough for what a test asks at once.
const MOST_ASKING = 2

/**
 * A fresh copy of the migrated database, for one test file. Puts its address and the settings that every process needs
 * into the environment, so call it before anything reads `env()`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const superUrl = inject('superUrl')
  const name = `test_${randomUUID().slice(0, 8)}`
  await createDatabase(superUrl, name, 'letterhead')
  const asking = new pg.Pool({ connectionString: withDatabase(superUrl, name), max: MOST_ASKING })
  // One that breaks while nobody asks is made anew; without a listener it would end the process.
  asking.on('error', () => undefined)
  const database: TestDatabase = {
    appUrl: withDatabase(inject('appUrl'), name),
    ownerUrl: withDatabase(inject('ownerUrl'), name),
    superUrl: withDatabase(superUrl, name),
    ask: async <R extends object>(sql: string, values?: unknown[]) =>
      (await asking.query<R>(sql, values)).rows,
    async drop() {
      await asking.end()
      await dropDatabase(superUrl, name)
    },
  }
  process.env.DATABASE_URL = database.appUrl
  process.env.NEXTAUTH_SECRET ??= 'x'.repeat(32)
  process.env.MASTER_KEY ??= Buffer.alloc(32, 7).toString('base64')
  process.env.LOG_LEVEL ??= 'silent'
  return database
}
