import { afterAll, beforeAll, it } from 'vitest'
import { rowsOf } from '@/lib/faces/testing/things'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { provisionMany } from './provision-many'
import { runBatches } from './run/platform'
import { showBatch } from './show-batch'
let product: TestProduct
beforeAll(async () => { product = await startTestProduct() })
afterAll(() => product.stop())
const ask = <R extends object>(sql: string) => rowsOf<R>(product, sql)
it('ten thousand', async () => {
  await ask(`create function prepared() returns trigger language plpgsql as $$ begin new."provisionedAt" := now(); return new; end $$`)
  await ask(`create trigger prepared before insert on "Stream" for each row execute function prepared()`)
  const file = ['client_id,slug,name', ...Array.from({ length: 10_000 }, (_, n) => `c-${n},s-${n},Name ${n}`)].join('\n')
  let t = Date.now()
  const b = await provisionMany(product.admin, { clientId: 'all', file })
  console.log(`accepted ${file.length} characters in ${Date.now() - t} ms`)
  t = Date.now()
  for (;;) {
    await Promise.all([runBatches(40_000), runBatches(40_000)])
    const s = await showBatch(product.admin, { id: b.id })
    console.log(`after ${Date.now() - t} ms: ${s.done} done, ${s.refused} refused`)
    if (s.finishedAt) break
  }
  console.log(`after tenants: ${JSON.stringify(await ask('select count(*)::int as n, count(distinct slug)::int as d from "Tenant" where slug like \'s-%\''))}`)
}, 500_000)
