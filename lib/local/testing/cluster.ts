import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareDatabase } from '../database'
import { startPostgres } from '../postgres'
import { openTempFolder } from '../temp-folder'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The cluster's superuser; database `letterhead` there is the migrated template. */
    superUrl: string
    ownerUrl: string
    appUrl: string
  }
}

// Thrown away afterwards: nothing has to survive a power cut.
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** Vitest's global set-up: one PostgreSQL for the run, migrated once. */
export default async function setUp(project: TestProject) {
  const folder = openTempFolder('letterhead-test-')
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), settings })
  await prepareDatabase(postgres)
  project.provide('superUrl', postgres.superUrl)
  project.provide('ownerUrl', postgres.ownerUrl)
  project.provide('appUrl', postgres.appUrl)
  return async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
