import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrationStatus } from '@/prisma/deploy-migrations'
import { withClient } from '@/prisma/sql'
import { testDatabase, type TestDatabase } from './database'

let one: TestDatabase
let other: TestDatabase
beforeAll(async () => {
  ;[one, other] = await Promise.all([testDatabase(), testDatabase()])
})
afterAll(() => Promise.all([one.drop(), other.drop()]))

it('every test file has a database of its own, with all migrations', async () => {
  expect(one.appUrl).not.toBe(other.appUrl)
  const status = await migrationStatus(one.ownerUrl)
  expect(status).toEqual({ unapplied: [], unknown: [], edited: [], failed: [] })
})

it('the application logs in as neither superuser nor owner, and cannot bypass row-level security', async () => {
  const { rows } = await withClient(one.appUrl, (client) =>
    client.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              pg_get_userbyid(datdba) = current_user AS owns_database
         FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`,
    ),
  )
  expect(rows).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns_database: false },
  ])
})

it('the platform role is entered by SET ROLE only, never inherited, and has no login', async () => {
  const { rows } = await withClient(one.appUrl, (client) =>
    client.query(
      `SELECT rolcanlogin, pg_has_role('letterhead_platform', 'USAGE') AS inherited,
              pg_has_role('letterhead_platform', 'SET') AS may_enter
         FROM pg_roles WHERE rolname = 'letterhead_platform'`,
    ),
  )
  expect(rows).toEqual([{ rolcanlogin: false, inherited: false, may_enter: true }])
})

it('the application makes no tables, in no schema', async () => {
  for (const schema of ['public', 'pgboss'])
    await expect(
      withClient(one.appUrl, (client) => client.query(`CREATE TABLE ${schema}.x (id int)`)),
    ).rejects.toThrow('permission denied for schema')
})
