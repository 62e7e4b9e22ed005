import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { explained } from '@/lib/local/testing/bench/recorded-sql'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { createWorkspace } from '../../create-workspace'
import { previewPolicy } from '../preview-policy'

const SIZE = 20_000

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

it('a storage limit that is typed reads what came lately to tenants of its workspace, and no other mail', async () => {
  const ask = (sql: string) => product.database.ask(sql)
  for (const slug of ['typed', 'beside'])
    await createWorkspace(product.admin, { slug, name: slug, environment: 'production' })
  await ask(
    `insert into "Tenant" (slug, name, "workspaceId", environment)
       select w.slug || '-' || n, 'One', w.id, w.environment
         from "Workspace" w cross join generate_series(1, case w.slug when 'typed' then 4 else 200 end) n
        where w.slug in ('typed', 'beside')`,
  )
  await ask(
    `insert into "RawMessage" ("tenantId", key, size, sha256, "createdAt", counted)
       select t.id, t.slug || '/' || n, ${SIZE}, '', now() - n * interval '1 day', n <> 3
         from generate_series(1, 100) n, "Tenant" t join "Workspace" w on w.id = t."workspaceId"
        where w.slug in ('typed', 'beside')`,
  )
  await ask('vacuum (analyze)')
  const preview = (storageBytes: number) =>
    previewPolicy(product.admin, { workspace: 'typed', policy: { storageBytes } })
  const client = new pg.Client({ connectionString: product.database.appUrl })
  await client.connect()
  const plans = await explained(client, () => preview(90 * SIZE))
  await client.end()
  const scans = plans.flatMap((plan) => [
    ...plan.matchAll(/on "RawMessage" .*actual time=\S+ rows=([\d.]+) loops=(\d+)/g),
  ])
  // Of each of the four, what came in the last seven days and counts.
  expect(scans.map(([, rows, loops]) => Number(rows) * Number(loops))).toEqual([4 * 5])
  const { dryRun } = (await preview(90 * SIZE)).fields.find(({ name }) => name === 'storageBytes')!
  expect(dryRun).toMatchObject({ basis: 'made', refused: 4 * 5 * SIZE, tenants: 4 })
})
