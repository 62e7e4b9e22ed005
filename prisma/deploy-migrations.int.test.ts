import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { deployMigrations } from './deploy-migrations'
import { MIGRATIONS_DIR } from './engine/files'
import { createDatabase, dropDatabase } from './roles'
import { withClient, withDatabase } from './sql'

const name = 'deploy_migrations'
const superUrl = inject('superUrl')
const ownerUrl = withDatabase(inject('ownerUrl'), name)
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  await createDatabase(superUrl, name)
})
afterEach(async () => {
  await dropDatabase(superUrl, name)
  rmSync(folder, { recursive: true, force: true })
})

function migration(folderName: string, script: string) {
  mkdirSync(join(folder, folderName), { recursive: true })
  writeFileSync(join(folder, folderName, 'migration.sql'), script)
}

const exists = (table: string) =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ found: string | null }>('SELECT to_regclass($1) AS found', [table])
    return rows[0]?.found !== null
  })

const asSuper = <R extends object>(sql: string) =>
  withClient(withDatabase(superUrl, name), async (client) => (await client.query<R>(sql)).rows)

it('functions, DO blocks and policies with semicolons inside apply as they stand', async () => {
  migration(
    '0001_custom',
    `CREATE TABLE a (id int, tenant text);
     CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END; $$;
     DO $do$ BEGIN EXECUTE 'COMMENT ON TABLE a IS ''one; two'';'; END $do$;
     ALTER TABLE a ENABLE ROW LEVEL SECURITY;
     CREATE POLICY own ON a USING (tenant = current_setting('x.tenant', true));`,
  )
  expect(await deployMigrations(ownerUrl, folder)).toEqual(['0001_custom'])
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query(`SELECT f(), obj_description('a'::regclass) AS comment`),
  )
  expect(rows).toEqual([{ f: 2, comment: 'one; two' }])
})

it('a migration that fails leaves nothing, says why, and applies once it is mended', async () => {
  migration('0001_first', 'CREATE TABLE a (id int);')
  migration('0002_second', 'CREATE TABLE b (id int); CREATE TABLE a (id int);')
  await expect(deployMigrations(ownerUrl, folder)).rejects.toThrow('relation "a" already exists')
  expect([await exists('a'), await exists('b')]).toEqual([true, false])

  migration('0002_second', 'CREATE TABLE b (id int);')
  expect(await deployMigrations(ownerUrl, folder)).toEqual(['0002_second'])
  expect(await exists('b')).toBe(true)
})

it('two releases that start at once apply each migration once', async () => {
  migration('0001_first', 'CREATE TABLE a (id int);')
  migration('0002_second', 'CREATE TABLE b (id int);')
  const both = await Promise.all([deployMigrations(ownerUrl, folder), deployMigrations(ownerUrl, folder)])
  expect(both.flat().sort()).toEqual(['0001_first', '0002_second'])
})

it('an installation of the version before keeps its people, and its history begins with what it had', async () => {
  cpSync(join(MIGRATIONS_DIR, '0001_init'), join(folder, '0001_init'), { recursive: true })
  await deployMigrations(ownerUrl, folder)
  await asSuper(`
    with who as (insert into "User" (email, name) values ('Ada@Mnexa.ai', 'Ada') returning id),
         t as (insert into "Tenant" (slug, name, "workspaceId") select 'mnexa', 'Mnexa', id from "Workspace" returning id)
    insert into "Membership" ("tenantId", "userId", role) select t.id, who.id, 'owner' from t, who`)
  await asSuper(`insert into "AuditEvent" ("tenantId", "actorKind", "actorLabel", door, action, "subjectType", subject, "requestId")
                   select id, 'owner', 'Ada', 'web', 'tenant.created', 'tenant', 'Mnexa', 'x' from "Tenant"`)

  await deployMigrations(ownerUrl)
  expect(await asSuper('select email from "User"')).toEqual([{ email: 'ada@mnexa.ai' }])
  expect(await asSuper('select subject, fact->>\'role\' as role from "History" order by subject')).toEqual([
    { subject: 'membership', role: 'owner' },
    // Each as it was made, and with the plan that it has since plans exist.
    ...Array(4).fill({ subject: 'tenant', role: null }),
  ])
  expect(await asSuper(`select fact ->> 'slug' as slug from "WorkspaceHistory" order by at limit 1`)).toEqual(
    [{ slug: 'default' }],
  )
  expect(await asSuper('select slug, kind::text from "Tenant" order by slug')).toEqual([
    { slug: 'letterhead', kind: 'platform' },
    { slug: 'mnexa', kind: 'customer' },
  ])
  expect(await asSuper('select action, result from "AuditEvent"')).toEqual([
    { action: 'tenant.created', result: 'done' },
  ])
})

it('what somebody deletes meanwhile is waited for and not counted; who holds on too long is not waited for', async () => {
  for (const before of ['0001_init', '0002_doors'])
    cpSync(join(MIGRATIONS_DIR, before), join(folder, before), { recursive: true })
  await deployMigrations(ownerUrl, folder)
  await asSuper(`
    with t as (insert into "Tenant" (slug, name, "workspaceId") select 'mnexa', 'Mnexa', id from "Workspace" returning id),
         s as (insert into "Stream" ("tenantId", "externalName") select id, 'mnexa' from t returning id)
    insert into "Domain" ("tenantId", "streamId", name, region, "ownershipToken", "deadlineAt", "updatedAt")
      select t.id, s.id, n || '.mnexa.ai', 'eu-west-1', 'x', now(), now() from t, s, generate_series(1, 3) n`)

  await withClient(withDatabase(superUrl, name), async (client) => {
    await client.query(`begin; delete from "Domain" where name = '1.mnexa.ai'`)
    await expect(deployMigrations(ownerUrl)).rejects.toThrow('lock timeout')
    expect(await exists('Usage')).toBe(false)
    const applying = deployMigrations(ownerUrl)
    // Other files' databases are in the same cluster.
    const waiting = () =>
      asSuper(`select 1 from pg_locks where relation is not null and not granted
                  and database = (select oid from pg_database where datname = current_database())`)
    await expect
      .poll(async () => (await waiting()).length, { timeout: 30_000, interval: 20 })
      .toBeGreaterThan(0)
    await client.query('commit')
    expect(await applying).toEqual(['0003_policies', '0004_inboxes'])
  })
  expect(await asSuper(`select used::int from "Usage" where kind = 'domains'`)).toEqual([{ used: 2 }])
})

it('an installation of the version before policies loses nothing: plans, workspaces, what is used, and from when', async () => {
  for (const before of ['0001_init', '0002_doors'])
    cpSync(join(MIGRATIONS_DIR, before), join(folder, before), { recursive: true })
  await deployMigrations(ownerUrl, folder)
  await asSuper(`
    with who as (insert into "User" (email) values ('ada@mnexa.ai'), ('bo@mnexa.ai') returning id),
         t as (insert into "Tenant" (slug, name, "workspaceId") select 'mnexa', 'Mnexa', id from "Workspace" returning id),
         joined as (insert into "Membership" ("tenantId", "userId", role) select t.id, who.id, 'owner' from t, who),
         s as (insert into "Stream" ("tenantId", "externalName") select id, 'mnexa' from t returning id)
    insert into "Domain" ("tenantId", "streamId", name, region, "ownershipToken", "deadlineAt", "updatedAt")
      select t.id, s.id, n || '.mnexa.ai', 'eu-west-1', 'x', now(), now() from t, s, generate_series(1, 12) n`)
  const before = await asSuper<{ at: Date }>('select clock_timestamp() as at')

  expect(await deployMigrations(ownerUrl)).toEqual(['0003_policies', '0004_inboxes'])
  expect(
    await asSuper('select slug, plan::text, environment::text, assignment::text from "Tenant" order by slug'),
  ).toEqual([
    { slug: 'letterhead', plan: 'enterprise', environment: 'production', assignment: 'fallback' },
    { slug: 'mnexa', plan: 'pro', environment: 'production', assignment: 'fallback' },
  ])
  expect(
    await asSuper('select slug, environment::text, "isDefault", domains from "Workspace" order by slug'),
  ).toEqual([
    { slug: 'default', environment: 'production', isDefault: true, domains: null },
    { slug: 'development', environment: 'development', isDefault: true, domains: null },
    { slug: 'staging', environment: 'staging', isDefault: true, domains: null },
  ])
  expect(await asSuper('select kind, period, used::int from "Usage" order by kind')).toEqual([
    { kind: 'domains', period: 'always', used: 12 },
    { kind: 'members', period: 'always', used: 2 },
  ])
  const plans = await asSuper<{ plan: string | null; at: Date }>(
    `select fact ->> 'plan' as plan, at from "History" where subject = 'tenant' and fact ->> 'slug' = 'mnexa' order by at`,
  )
  expect(plans.map(({ plan }) => plan)).toEqual([null, 'pro'])
  expect(plans[1]!.at.getTime()).toBeGreaterThanOrEqual(before[0]!.at.getTime())

  // What stands goes on being counted, and what limits refuse is refused by the database's own bounds as well.
  await asSuper(`delete from "Domain" where name = '1.mnexa.ai'`)
  expect(await asSuper(`select used::int from "Usage" where kind = 'domains'`)).toEqual([{ used: 11 }])
  await expect(asSuper(`update "Workspace" set members = 0`)).rejects.toThrow('Workspace_policy_is_positive')
  await expect(
    asSuper(`update "Tenant" set "workspaceId" = (select id from "Workspace" where slug = 'staging')`),
  ).rejects.toThrow('Tenant_workspaceId_environment_fkey')
})
