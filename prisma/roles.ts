import type pg from 'pg'
import { escapeIdentifier, escapeLiteral, withClient } from './sql'

export const OWNER = 'letterhead_owner'
export const APP = 'letterhead_app'
export const PLATFORM = 'letterhead_platform'

export interface RoleOptions {
  ownerPassword: string
  appPassword: string
  /** Created when missing, owned by the owner. */
  database: string
  /** Local and test clusters: lets the owner make shadow databases (`migrate diff`, `migrate check`). */
  ownerCreatesDatabases?: boolean
}

/**
 * The three roles of docs/architecture: the owner migrates, the application logs in and is bound by row-level
 * security, the platform role has no login and is entered by SET LOCAL ROLE only. Safe to run again.
 */
export async function ensureRoles(superUrl: string, options: RoleOptions) {
  await withClient(superUrl, async (client) => {
    const { ownerPassword, appPassword, ownerCreatesDatabases } = options
    await lock(client)
    await ensureRole(
      client,
      OWNER,
      `LOGIN PASSWORD ${escapeLiteral(ownerPassword)} ${ownerCreatesDatabases ? 'CREATEDB' : 'NOCREATEDB'}`,
    )
    await ensureRole(client, APP, `LOGIN PASSWORD ${escapeLiteral(appPassword)} NOCREATEDB`)
    await ensureRole(client, PLATFORM, 'NOLOGIN NOCREATEDB')
    // Without INHERIT FALSE every platform policy would hold for the application all the time.
    await client.query(`GRANT ${PLATFORM} TO ${APP} WITH ADMIN FALSE, INHERIT FALSE, SET TRUE`)
    // The owner hands definer functions over to the platform role in migrations.
    await client.query(`GRANT ${PLATFORM} TO ${OWNER} WITH ADMIN FALSE, INHERIT FALSE, SET TRUE`)
  })
  await createDatabase(superUrl, options.database)
}

/** A database of the owner, empty or a copy of `template`; an existing one is left as it is. */
export async function createDatabase(superUrl: string, name: string, template?: string) {
  await withClient(superUrl, async (client) => {
    const database = escapeIdentifier(name)
    await lock(client)
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) {
      const copy = template ? `TEMPLATE ${escapeIdentifier(template)} STRATEGY FILE_COPY` : ''
      await client.query(`CREATE DATABASE ${database} OWNER ${OWNER} ${copy}`)
    }
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`)
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${APP}`)
  })
}

export async function dropDatabase(superUrl: string, name: string) {
  await withClient(superUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`),
  )
}

async function ensureRole(client: pg.Client, role: string, attributes: string) {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
  const verb = rowCount ? 'ALTER' : 'CREATE'
  await client.query(`${verb} ROLE ${role} ${attributes} NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOREPLICATION`)
}

/** Roles and databases know no IF NOT EXISTS: two starts at once take turns. Held until the connection closes. */
const lock = (client: pg.Client) => client.query(`SELECT pg_advisory_lock(hashtext('letterhead roles'))`)
