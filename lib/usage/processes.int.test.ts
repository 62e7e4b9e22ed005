import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ensurePerson } from '@/lib/accounts/platform'
import { openSession } from '@/lib/accounts/testing/open-session'
import { createKey } from '@/lib/credentials/create-key'
import { addDomain } from '@/lib/domains/add-domain'
import { DAY } from '@/lib/kernel/clock'
import { addWithKeys, openSharedPath } from '@/lib/local/testing/drive'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { startActors, type Act } from './testing/actors'
import { customersOf } from './testing/customers'

const PROCESSES = 4
const ACTS = 200
const LIMIT = 50

let product: TestProduct
let customer: ReturnType<typeof customersOf>['customer']
let setPolicy: ReturnType<typeof customersOf>['setPolicy']
let ask: ReturnType<typeof customersOf>['ask']
let actors: Awaited<ReturnType<typeof startActors>>

beforeAll(async () => {
  product = await startTestProduct()
  ;({ customer, setPolicy, ask } = customersOf(product, 'acts'))
  await openSharedPath(product)
  actors = await startActors(PROCESSES, { ...process.env, DATABASE_POOL: '20', API_RATE_PER_KEY: '100000' })
  // Four processes start and act beside each other on two cores.
}, 600_000)
afterAll(async () => {
  await actors.stop()
  await product.stop()
})

let made = 0
const later = () => new Date(Date.now() + DAY)
const adding = (who: Customer, door: Act['door'], token: string): Act => ({
  ...{ door, token, tenant: who.tenant.slug, what: 'domains.add' },
  input: { name: `d${++made}.${who.tenant.slug}.dev` },
})
const sending = (who: Customer, door: Act['door'], token: string, domainId: string): Act => ({
  ...{ door, token, tenant: who.tenant.slug, what: 'sending.test' },
  input: { domainId, idempotencyKey: `click number ${++made}` },
})

/** Two hundred acts, half by each door, a quarter of each half in each process. */
const shared = (web: () => Act, rest: () => Act): Act[][] =>
  Array.from({ length: PROCESSES }, () =>
    Array.from({ length: ACTS / PROCESSES }, (_, i) => (i % 2 === 0 ? web() : rest())),
  )

/** A clock that every look takes ten milliseconds further, with midnight UTC in the middle of two hundred looks. */
const standAtMidnight = () =>
  ask(`create sequence if not exists looks; alter sequence looks restart;
       grant usage on sequence looks to letterhead_app, letterhead_platform;
       create or replace function usage_time() returns timestamptz language sql volatile as
         $$ select timestamptz '2026-11-21 23:59:59+00' + nextval('looks') * interval '10 milliseconds' $$`)
const goOn = () =>
  ask(`create or replace function usage_time() returns timestamptz language sql volatile as
         $$ select clock_timestamp() $$`)

const tally = (heard: string[]) =>
  Object.fromEntries(
    [...new Set(heard)].toSorted().map((code) => [code, heard.filter((h) => h === code).length]),
  )

vi.setConfig({ testTimeout: 600_000 })

it('an edit in one process holds for the very next act in another', async () => {
  const who = await customer({ domains: 1 })
  const session = await openSession(who.owner.userId, later())
  const next = async () => (await actors.act([[adding(who, 'web', session)]]))[0]
  expect(await next()).toBe('done')
  expect(await next()).toBe('limit_reached')
  await setPolicy(who, { domains: 2 })
  expect(await next()).toBe('done')
  await setPolicy(who, { domains: null })
  expect(await next()).toBe('done')
  await setPolicy(who, { domains: 3 })
  expect(await next()).toBe('limit_reached')
  expect(await refusedWith(addDomain(who.owner, { name: `here.${who.tenant.slug}.dev` }))).toBe(
    'limit_reached',
  )
})

it('of 200 domains at once from four processes, through web and REST, across midnight: exactly 50', async () => {
  const who = await customer({ domains: LIMIT })
  const session = await openSession(who.owner.userId, later())
  const { secret } = await createKey(who.owner, { name: 'deploy', scopes: ['domains.add'] })
  await standAtMidnight()
  const heard = await actors.act(
    shared(
      () => adding(who, 'web', session),
      () => adding(who, 'rest', secret!),
    ),
  )
  await goOn()
  // One that was made before its answer got lost is there already when its click is repeated.
  const { done = 0, domain_exists = 0, ...others } = tally(heard)
  expect(others).toEqual({ limit_reached: ACTS - LIMIT })
  expect(done + domain_exists).toBe(LIMIT)
  const [row] = await ask(`select count(*)::int as n from "Domain" where "tenantId" = $1`, [who.tenant.id])
  expect(row).toEqual({ n: LIMIT })
})

it('of 200 sends at once from four processes, through web and REST, across midnight: exactly 50 of each day', async () => {
  const who = await customer({ recipientsPerDay: LIMIT })
  const { id } = await addWithKeys(who, `sends.${who.tenant.slug}.dev`)
  // One person sends twenty an hour: forty people, by turns, with room to click again.
  const people = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      ensurePerson({
        ...{ email: `sender${n}@${who.tenant.slug}.dev`, name: `Sender ${n}` },
        memberOf: { tenantId: who.tenant.id, role: 'member' },
      }),
    ),
  )
  const sessions = await Promise.all(people.map(({ id }) => openSession(id, later())))
  const terminals = await Promise.all(
    people.map(({ id }) => openSession(id, later(), { kind: 'cli', label: 'a terminal' })),
  )
  let turn = 0
  const next = (tokens: string[]) => tokens[turn++ % tokens.length]!
  await standAtMidnight()
  const heard = await actors.act(
    shared(
      () => sending(who, 'web', next(sessions), id),
      () => sending(who, 'rest', next(terminals), id),
    ),
  )
  await goOn()
  expect(tally(heard)).toEqual({ done: 2 * LIMIT, quota_spent: ACTS - 2 * LIMIT })
  const days = { '2026-11-21': LIMIT, '2026-11-22': LIMIT }
  const counted = await ask<{ day: string; n: number }>(
    `select period as day, used::int as n from "Usage" where "tenantId" = $1 and kind = 'recipientsPerDay'`,
    [who.tenant.id],
  )
  const sent = await ask<{ day: string; n: number }>(
    `select to_char("createdAt" at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::int as n
       from "Send" where "tenantId" = $1 group by 1`,
    [who.tenant.id],
  )
  const byDay = (rows: { day: string; n: number }[]) => Object.fromEntries(rows.map(({ day, n }) => [day, n]))
  expect([byDay(counted), byDay(sent)]).toEqual([days, days])
})
