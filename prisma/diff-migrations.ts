import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MIGRATIONS_DIR, readMigrations, readSchema } from './engine/files'
import { withEngine } from './engine/with-engine'

const everything = { externalTables: [], externalEnums: [] }

/**
 * The SQL that brings the migrations to what prisma/schema says; undefined when they agree. The migrations run in a
 * shadow database beside `url`, whose login must be allowed to create one.
 */
export async function diffMigrations(url: string): Promise<string | undefined> {
  const result = await withEngine(url, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...readMigrations() },
      to: { tag: 'schemaDatamodel', files: readSchema() },
      script: true,
      exitCode: true,
      filters: everything,
    }),
  )
  // 2 is "not empty", as in `prisma migrate diff --exit-code`.
  return result.exitCode === 2 ? (result.stdout ?? '') : undefined
}

/** Writes the next prisma/migrations/<n>_<name>/migration.sql. Undefined when there is nothing to write. */
export async function writeMigration(url: string, name: string): Promise<string | undefined> {
  const script = await diffMigrations(url)
  if (script === undefined) return undefined
  const last = readMigrations().migrationDirectories.at(-1)?.path ?? '0'
  const folder = `${String(Number.parseInt(last, 10) + 1).padStart(4, '0')}_${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`
  mkdirSync(join(MIGRATIONS_DIR, folder), { recursive: true })
  writeFileSync(join(MIGRATIONS_DIR, folder, 'migration.sql'), script)
  return join(MIGRATIONS_DIR, folder, 'migration.sql')
}
