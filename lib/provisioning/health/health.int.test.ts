import { afterAll, beforeAll, expect, it } from 'vitest'
import { rowsOf } from '@/lib/faces/testing/things'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { showHealth } from './show-health'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const ask = (sql: string) => rowsOf(product, sql)
const incoming = async () => (await showHealth(product.admin, {})).incoming

it('counts stray mail, notifications that wait for more than a minute, and objects to be removed', async () => {
  expect(await incoming()).toEqual({ stray: 0, unprocessed: 0, removals: 0, oldestRemovalAt: null })
  await ask(
    `insert into "InboundNotification" ("externalId", topic, body, "receivedAt", "processedAt")
       values ('old', 't', '{}', now() - interval '2 minutes', null), ('new', 't', '{}', now(), null),
              ('done', 't', '', now() - interval '2 minutes', now())`,
  )
  await ask(
    `insert into "StrayMail" (reason, recipient, "envelopeFrom", "fromHeader", subject, key, "deliveryId", size)
       values ('unknown_tag', 'a@b.dev', '', '', '', 'stray/1.eml', '1', 1), ('unknown_tag', 'a@b.dev', '', '', '', 'stray/2.eml', '2', 1)`,
  )
  await ask(`delete from "StrayMail" where "deliveryId" = '2'`)
  expect(await incoming()).toEqual({
    ...{ stray: 1, unprocessed: 1, removals: 1 },
    oldestRemovalAt: expect.stringMatching(/^\d{4}-/),
  })
})
