import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { openAccess } from '@/lib/tenants/support/open-access'
import { flushRequests } from '@/lib/usage/requests'
import { withClient } from '@/prisma/sql'
import { ask, browserOf, keyOf, platformKey, terminalOf } from './testing/asking'

let product: TestProduct
beforeAll(async () => {
  process.env['API_RATE_PER_KEY'] = '20'
  process.env['PLAN_LIMITS'] = '{"pro":{"requestsPerMinute":30}}'
  product = await startTestProduct()
})
afterAll(() => product.stop())

let made = 0
const customer = (): Promise<Customer> => product.newCustomer(`limited-${++made}`)
const many = (n: number, who: Record<string, string>) =>
  Promise.all(Array.from({ length: n }, () => ask('GET /tenant', who)))
const passed = (told: { status: number }[]) => told.filter(({ status }) => status === 200).length

// A limit of 20 a minute gives one back every three seconds; a run that is slow is given as much.
const atLeast = (n: number, least: number, limit: number, began: number) => {
  expect(n).toBeGreaterThanOrEqual(least)
  expect(n).toBeLessThanOrEqual(least + Math.ceil((Date.now() - began) / (60_000 / limit)))
}
const exactly = (n: number, limit: number, began: number) => atLeast(n, limit, limit, began)

const left = (answer: { headers: Headers }) =>
  Number(/^"credential";r=(\d+);t=\d+$/.exec(answer.headers.get('ratelimit') ?? '')?.[1])

it('of fifty calls at once, a key’s limit passes and not one more', async () => {
  const key = await keyOf(await customer())
  const began = Date.now()
  const told = await many(50, key)
  exactly(passed(told), 20, began)
  const refused = told.find(({ status }) => status === 429)!
  expect(refused.body.error).toMatchObject({
    code: 'too_many_requests',
    next_step: expect.stringMatching(/\d s\.$/),
  })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused.headers.get('ratelimit')).toMatch(/^"credential";r=0;t=\d+$/)
})

it('says what is left on every answer, refusals too', async () => {
  const key = await keyOf(await customer())
  const began = Date.now()
  const first = await ask('GET /tenant', key)
  expect(first.headers.get('ratelimit-policy')).toBe('"credential";q=20;w=60, "tenant";q=30;w=60')
  expect(left(first)).toBe(19)
  const missing = await ask('GET /domains/nothing', key)
  expect(missing.status).toBe(404)
  atLeast(left(missing), 18, 20, began)
  const forbidden = await ask('GET /admin/tenants', key)
  expect(forbidden.status).toBe(403)
  atLeast(left(forbidden), 17, 20, began)
})

it('two keys of one tenant share the tenant’s limit, and the neighbour has all of its own', async () => {
  const [one, two] = [await customer(), await customer()]
  const [a, b, neighbour] = [await keyOf(one), await keyOf(one), await keyOf(two)]
  const began = Date.now()
  const told = [...(await many(20, a)), ...(await many(20, b))]
  exactly(passed(told), 30, began)
  // Answers of one moment come in any order: which of them were refused is not told by their place.
  const refused = told.find(({ status }) => status === 429)!
  expect(refused.headers.get('ratelimit')).toMatch(/^"tenant";r=0;t=\d+$/)
  expect(passed(await many(20, neighbour))).toBe(20)
})

it('who names a neighbour takes nothing from them', async () => {
  const [mine, theirs] = [await customer(), await customer()]
  const [key, neighbour] = [await keyOf(mine), await keyOf(theirs)]
  for (const { status } of await many(20, { ...key, 'letterhead-tenant': theirs.tenant.slug }))
    expect(status).toBe(404)
  const told = await ask('GET /tenant', neighbour)
  expect(left(told)).toBe(19)
})

it('a key of the platform counts in the tenant it acts for', async () => {
  const one = await customer()
  const [platform, key] = [await platformKey(product), await keyOf(one)]
  const began = Date.now()
  await many(15, { ...platform, 'letterhead-tenant': one.tenant.slug })
  atLeast(passed(await many(20, key)), 15, 30, began)
})

it('an open page has a limit of its own, which the programs do not use up', async () => {
  const one = await customer()
  await many(20, await keyOf(one))
  const browser = await browserOf(one.owner.userId, one.tenant.slug)
  const told = await many(50, browser)
  expect(passed(told)).toBe(50)
  expect(told[0]!.headers.get('ratelimit-policy')).toBe('"browser";q=100;w=60')
})

describe('an edit of the policy', () => {
  const setLimit = (value: number | null) =>
    withClient(product.database.superUrl, (c) =>
      c.query(`update "Workspace" set "requestsPerMinute" = $1 where slug = 'default'`, [value]),
    )
  afterEach(() => setLimit(null))

  /** Everybody whose calls count in a tenant. */
  const askers = {
    'a key': keyOf,
    'a key of the platform': async ({ tenant }: Customer) => ({
      ...(await platformKey(product)),
      'letterhead-tenant': tenant.slug,
    }),
    'a command line': ({ owner, tenant }: Customer) => terminalOf(owner.userId, tenant.slug),
  }

  it.each(Object.entries(askers))('holds for the very next call of %s', async (_, asker) => {
    const who = await asker(await customer())
    expect((await ask('GET /tenant', who)).status).toBe(200)
    await setLimit(2)
    const began = Date.now()
    const told = [await ask('GET /tenant', who), await ask('GET /tenant', who), await ask('GET /tenant', who)]
    expect(told[0]!.headers.get('ratelimit-policy')).toBe('"credential";q=20;w=60, "tenant";q=2;w=60')
    exactly(passed(told), 2, began)
    await setLimit(5)
    expect((await ask('GET /tenant', who)).status).toBe(200)
    await setLimit(null)
    expect((await ask('GET /tenant', who)).headers.get('ratelimit-policy')).toContain('"tenant";q=30;w=60')
  })

  it('staff that looks in takes nothing from the customer, and is not held to their limit', async () => {
    const { tenant, owner } = await customer()
    await openAccess(product.support, { tenant: tenant.slug, reason: 'a question about limits' })
    const staff = await terminalOf(product.support.userId, tenant.slug)
    await setLimit(1)
    const told = await many(5, staff)
    expect(passed(told)).toBe(5)
    expect(told[0]!.headers.get('ratelimit-policy')).toBe('"credential";q=20;w=60')
    const theirs = await terminalOf(owner.userId, tenant.slug)
    expect((await ask('GET /tenant', theirs)).status).toBe(200)
    expect((await ask('GET /tenant', theirs)).status).toBe(429)
    await flushRequests()
    const { rows } = await withClient(product.database.superUrl, (c) =>
      c.query<{ n: number }>(
        `select sum(used)::int as n from "Usage" where "tenantId" = $1 and kind = 'requestsPerMinute'`,
        [tenant.id],
      ),
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  it('the platform’s own organisation is held to its plan alone', async () => {
    await setLimit(1)
    const key = await keyOf(product.platform)
    const told = await many(3, key)
    expect(passed(told)).toBe(3)
    expect(told[0]!.headers.get('ratelimit-policy')).toContain('"tenant";q=12000;w=60')
    const terminal = await terminalOf(product.platform.owner.userId, product.platform.tenant.slug)
    expect(passed(await many(2, terminal))).toBe(2)
  })

  it('what was let in is counted in its minute, what was refused or came from a page is not', async () => {
    const one = await customer()
    await setLimit(3)
    await many(6, await keyOf(one))
    await many(4, await browserOf(one.owner.userId, one.tenant.slug))
    await flushRequests()
    const { rows } = await withClient(product.database.superUrl, (c) =>
      c.query<{ n: number }>(
        `select sum(used)::int as n from "Usage" where "tenantId" = $1 and kind = 'requestsPerMinute'`,
        [one.tenant.id],
      ),
    )
    expect(rows).toEqual([{ n: 3 }])
  })
})
