import { readMigrations } from './engine/files'
import { withEngine } from './engine/with-engine'
import { withClient } from './sql'

const everything = { externalTables: [], externalEnums: [] }

/** Applies what is missing, as the owner. One at a time: a second caller waits, then finds nothing to do. */
export async function deployMigrations(ownerUrl: string, baseDir?: string): Promise<string[]> {
  const migrationsList = readMigrations(baseDir)
  return withClient(ownerUrl, async (lock) => {
    await lock.query(`SELECT pg_advisory_lock(hashtext('letterhead migrations'))`)
    return withEngine(ownerUrl, async (engine) => {
      // A script is one transaction: what failed or was killed half-way left nothing, and may run again.
      const input = { migrationsList, optInToShadowDatabase: false, filters: everything }
      const { failedMigrationNames } = await engine.diagnoseMigrationHistory(input)
      for (const migrationName of failedMigrationNames)
        await engine.markMigrationRolledBack({ migrationName })
      const applied = await engine.applyMigrations({ migrationsList, filters: everything })
      return applied.appliedMigrationNames
    })
  })
}

export interface MigrationStatus {
  unapplied: string[]
  unknown: string[]
  edited: string[]
  failed: string[]
}

/** What the database has, compared with the folder; all four empty means: up to date. */
export async function migrationStatus(ownerUrl: string): Promise<MigrationStatus> {
  const input = { migrationsList: readMigrations(), optInToShadowDatabase: false, filters: everything }
  const found = await withEngine(ownerUrl, (engine) => engine.diagnoseMigrationHistory(input))
  const history = found.history
  return {
    unapplied: history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [],
    unknown: history && 'unpersistedMigrationNames' in history ? history.unpersistedMigrationNames : [],
    edited: found.editedMigrationNames,
    failed: found.failedMigrationNames,
  }
}
