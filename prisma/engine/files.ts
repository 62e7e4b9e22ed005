import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MigrationList, SchemaContainer } from '@prisma/schema-engine-wasm'

export const SCHEMA_DIR = join(import.meta.dirname, '..', 'schema')
export const MIGRATIONS_DIR = join(import.meta.dirname, '..', 'migrations')

/** Every prisma/schema/*.prisma. */
export function readSchema(): SchemaContainer[] {
  const names = readdirSync(SCHEMA_DIR).filter((name) => name.endsWith('.prisma'))
  return names
    .sort()
    .map((name) => ({ path: join(SCHEMA_DIR, name), content: readFileSync(join(SCHEMA_DIR, name), 'utf8') }))
}

/** Every prisma/migrations/<n>_<name>/migration.sql, in the order of their names. */
export function readMigrations(baseDir = MIGRATIONS_DIR): MigrationList {
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' }
  const names = existsSync(baseDir)
    ? readdirSync(baseDir, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : []
  const migrationDirectories = names
    .map((entry) => entry.name)
    .sort()
    .map((path) => ({
      path,
      migrationFile: { path: 'migration.sql', content: readScript(join(baseDir, path)) },
    }))
  return { baseDir, lockfile, shadowDbInitScript: '', migrationDirectories }
}

function readScript(folder: string) {
  try {
    return { tag: 'ok' as const, value: readFileSync(join(folder, 'migration.sql'), 'utf8') }
  } catch (error) {
    return { tag: 'error' as const, value: (error as Error).message }
  }
}
