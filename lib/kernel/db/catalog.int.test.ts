import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '@/lib/local/testing/database'
import { Prisma } from './client'

/** Tables without a tenant of their own, and why. Nobody else may be without one. */
const exempt: Record<string, string> = {
  Workspace: 'a container of tenants: the application sees the one its tenant is in',
  Tenant: 'its own id is the tenant id: the application sees its tenant',
  User: 'a person may belong to several tenants: the platform role alone reads it',
  Session: 'belongs to a person: the platform role alone reads it',
  WorkspacePattern: 'of containers of tenants: the platform role alone reads it',
  PolicyRevision: 'of containers of tenants: the platform role alone reads it',
  TenantMove: 'names two containers of tenants: the platform role alone reads it',
  Provision: 'an act of the platform: the platform role alone reads it',
  ProvisionStep: 'an act of the platform: the platform role alone reads it',
  Batch: 'an act of the platform: the platform role alone reads it',
  BatchItem: 'an act of the platform: the platform role alone reads it',
  NameHolder: 'compares tenants: the platform role alone reads it',
  NameHistory: 'compares tenants: the platform role alone reads it',
  Account: 'belongs to a person: the platform role alone reads it',
  SignInLink: 'belongs to an address that may be nobody yet: the platform role alone reads it',
  DeviceLogin: 'belongs to a machine that nobody vouched for yet: the platform role alone reads it',
  ObjectRemoval: 'says where bytes lie that nobody has any more: the platform role alone reads it',
  ObjectSweep:
    'one row for the whole installation, says nothing of any tenant: the platform role alone reads it',
  InboundNotification: 'names tenants only in what it carries: the platform role alone reads it',
  NotificationRefusal: 'counts what strangers tried, says nothing of any tenant',
  RetentionTally: 'a note of the nightly run to itself: the platform role alone reads it',
  UnkeptMail: 'counts mail that was not kept, says nothing of any tenant',
  StrayMail: 'mail for nobody we know: the platform role alone reads it',
  CrossTenantAttempt: 'stands between two tenants: the platform role alone reads it',
  WorkspaceHistory: 'of containers of tenants: the platform role alone reads it',
  RateLimit: 'its keys are hashes, it says nothing of any tenant',
  CallBudget: 'one row for the whole account, says nothing of any tenant',
  _prisma_migrations: "the owner's: nobody else has a right to it",
}

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const ask = <R extends object>(sql: string) => database.ask<R>(sql)

describe('the catalog of the database', () => {
  const tables = () =>
    ask<{ name: string; rls: boolean; forced: boolean; owner: string }>(`
    select relname as name, relrowsecurity as rls, relforcerowsecurity as forced, pg_get_userbyid(relowner) as owner
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`)
  const tenantTables = async () => (await tables()).map((t) => t.name).filter((t) => !(t in exempt))

  it('has row-level security, forced, on every table, and the owner owns them all', async () => {
    const all = await tables()
    expect(all.length).toBeGreaterThan(10)
    for (const { name, rls, forced, owner } of all) {
      expect.soft({ name, owner }).toEqual({ name, owner: 'letterhead_owner' })
      if (name !== '_prisma_migrations')
        expect.soft({ name, rls, forced }).toEqual({ name, rls: true, forced: true })
    }
    expect((await tables()).map((t) => t.name)).toEqual(expect.arrayContaining(Object.keys(exempt)))
  })

  it('every table of tenants has tenantId, a unique (tenantId, id), and a policy that holds reading and writing to the tenant', async () => {
    const columns = await ask<{ t: string }>(
      `select table_name as t from information_schema.columns where table_schema = 'public' and column_name = 'tenantId' and is_nullable = 'NO' and data_type = 'uuid'`,
    )
    const unique = await ask<{ t: string; keys: string }>(`
      select c.relname as t, (select string_agg(a.attname, ',' order by a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum = any(i.indkey)) as keys
        from pg_index i join pg_class c on c.oid = i.indrelid where i.indisunique and i.indpred is null and c.relnamespace = 'public'::regnamespace`)
    const policies = await ask<{ t: string; roles: string; qual: string; check: string; cmd: string }>(
      `select tablename as t, roles::text, qual, with_check as check, cmd from pg_policies where schemaname = 'public'`,
    )
    const held = '("tenantId" = current_tenant())'
    for (const t of await tenantTables()) {
      expect
        .soft(
          columns.map((c) => c.t),
          t,
        )
        .toContain(t)
      expect
        .soft(
          unique.filter((u) => u.t === t).map((u) => u.keys),
          t,
        )
        .toContain('id,tenantId')
      expect
        .soft(
          policies.filter((p) => p.t === t && p.roles !== '{letterhead_platform}'),
          t,
        )
        .toEqual([{ t, roles: '{letterhead_app}', qual: held, check: held, cmd: 'ALL' }])
    }
  })

  it('every foreign key between tables of tenants includes tenantId: plain ones bypass row-level security', async () => {
    const keys = await ask<{ name: string; from: string; to: string; columns: string[]; targets: string[] }>(`
      select conname as name, conrelid::regclass::text as from, confrelid::regclass::text as to,
             array(select attname::text from unnest(conkey) with ordinality k(n, i) join pg_attribute on attrelid = conrelid and attnum = n order by i) as columns,
             array(select attname::text from unnest(confkey) with ordinality k(n, i) join pg_attribute on attrelid = confrelid and attnum = n order by i) as targets
        from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`)
    expect(keys.length).toBeGreaterThan(5)
    const plain = (quoted: string) => quoted.replaceAll('"', '')
    for (const { name, from, to, columns, targets } of keys.filter((k) => !(plain(k.from) in exempt))) {
      if (plain(to) === 'Tenant')
        expect.soft({ name, columns, targets }).toEqual({ name, columns: ['tenantId'], targets: ['id'] })
      else if (!(plain(to) in exempt))
        expect.soft([columns[targets.indexOf('tenantId')], from], name).toEqual(['tenantId', from])
    }
  })

  it('gives the application no right to what only the platform role or the owner reads', async () => {
    const rights = await ask<{ t: string }>(
      `select distinct table_name as t from information_schema.table_privileges where grantee = 'letterhead_app' and table_schema = 'public'`,
    )
    for (const t of [
      'User',
      'Session',
      'Account',
      'SignInLink',
      'DeviceLogin',
      'CrossTenantAttempt',
      'WorkspaceHistory',
      'WorkspacePattern',
      'PolicyRevision',
      'TenantMove',
      'Provision',
      'ProvisionStep',
      'Batch',
      'BatchItem',
      'NameHolder',
      'NameHistory',
      '_prisma_migrations',
    ])
      expect(rights.map((r) => r.t)).not.toContain(t)
  })

  it('is the one the models were made from', async () =>
    expect(
      (await tables())
        .map((t) => t.name)
        .filter((t) => t !== '_prisma_migrations')
        .toSorted(),
    ).toEqual(Object.values(Prisma.ModelName).toSorted()))
})
