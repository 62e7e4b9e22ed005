import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { explained } from '@/lib/local/testing/bench/recorded-sql'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { checkCounters } from './platform'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

it('counters are checked some tenants at a time, so that no statement sums what stands of all of them', async () => {
  const ask = (sql: string) => product.database.ask(sql)
  await ask(
    `insert into "Tenant" (slug, name, "workspaceId", environment)
       select 'many-' || n, 'Many', w.id, w.environment
         from generate_series(1, 320) n, "Workspace" w where w.slug = 'default'`,
  )
  await ask(
    `insert into "RawMessage" ("tenantId", key, size, sha256)
       select id, slug || '/' || n, 100, '' from "Tenant", generate_series(1, 20) n where slug like 'many-%'`,
  )
  await ask('vacuum (analyze)')
  const client = new pg.Client({ connectionString: product.database.appUrl })
  await client.connect()
  const plans = await explained(client, () => checkCounters(product.platform.worker))
  await client.end()
  const scans = plans.flatMap((plan) => [
    ...plan.matchAll(/on "RawMessage" .*actual time=\S+ rows=([\d.]+) loops=(\d+)/g),
  ])
  const rows = scans.map(([, each, loops]) => Number(each) * Number(loops))
  expect(rows.reduce((sum, n) => sum + n, 0)).toBeCloseTo(320 * 20, -1)
  expect(Math.max(...rows)).toBeLessThanOrEqual(50 * 20)

  // Wrong ones far apart are all found, also of a tenant that nothing was counted for, or nothing stands of.
  await ask(
    `update "Usage" set used = used + 1 where "tenantId" in (select id from "Tenant" where slug in ('many-1', 'many-160'))`,
  )
  await ask(`delete from "Usage" where "tenantId" = (select id from "Tenant" where slug = 'many-320')`)
  await ask(
    `insert into "Usage" ("tenantId", kind, period, used)
       select id, 'domains', 'always', 2 from "Tenant" where slug = 'many-200'`,
  )
  expect(await checkCounters(product.platform.worker)).toBe(4)
  expect(await checkCounters(product.platform.worker)).toBe(0)
})
