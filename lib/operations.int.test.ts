import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller, CallerKind } from '@/lib/kernel/caller'
import { prisma } from '@/lib/kernel/db/client'
import { permissions } from '@/lib/kernel/permissions'
import { addReady, openSharedPath, publish, visitUntil } from '@/lib/local/testing/drive'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { withClient } from '@/prisma/sql'
import { addDomain } from '@/lib/domains/add-domain'
import { operations } from './operations'

type Walked = (typeof operations)[number]
const call = (o: Walked, caller: Caller, input: object) =>
  (o as (caller: Caller, input: object) => Promise<unknown>)(caller, input)

/** An input that works for whom the ids belong to. An operation without one fails the walk: add it here. */
const samples: Partial<Record<Walked['spec']['name'], (ids: { domain: string }) => object>> = {
  'domains.show': ({ domain }) => ({ id: domain }),
  'domains.watch': ({ domain }) => ({ id: domain }),
  'domains.check': ({ domain }) => ({ id: domain }),
  'domains.delete': ({ domain }) => ({ id: domain }),
  'domains.observe': ({ domain }) => ({ id: domain }),
  'domains.reconcile': ({ domain }) => ({ id: domain }),
  'sending.list': ({ domain }) => ({ id: domain }),
  'sending.test': ({ domain }) => ({ domainId: domain, idempotencyKey: `a click for ${domain}` }),
  'domains.add': () => ({ name: `${++added}.harbor.dev` }),
  'domains.list': () => ({}),
  'tenants.show': () => ({}),
  'tenants.prepare_stream': () => ({}),
  'audit.list': () => ({}),
}
let added = 0

const kindsOf = (o: Walked): readonly CallerKind[] => permissions[o.spec.permission]
const ofTenants = operations.filter((o) =>
  kindsOf(o).some((k) => k === 'owner' || k === 'member' || k === 'worker'),
)
const takesId = (o: Walked) => Object.keys(o.spec.input.shape).some((key) => /id$/i.test(key))
const withId = ofTenants.filter(takesId).map((o) => [o.spec.name, o] as const)
const withoutId = ofTenants.filter((o) => !takesId(o)).map((o) => [o.spec.name, o] as const)
/** Nobody waits for the worker's answer: it lets a row that is not there be. */
const quiet = (o: Walked) => kindsOf(o).every((k) => k === 'worker')

let product: TestProduct
const callerOf = (who: Customer, o: Walked): Caller =>
  quiet(o) ? who.worker : kindsOf(o).includes('owner') ? who.owner : who.member
const rowOf = (id: string) =>
  withClient(
    product.database.superUrl,
    async (c) => (await c.query<object>('select * from "Domain" where id = $1', [id])).rows[0],
  )

beforeAll(async () => {
  product = await startTestProduct()
  await openSharedPath(product)
  await addReady(product, product.b, 'books.harbor.dev')
})
afterAll(() => product.stop())

async function domainOfA(): Promise<string> {
  const { id } = await addDomain(product.a.owner, { name: `${++added}.mnexa.dev` })
  await visitUntil(product.a, id, (d) => d.state === 'pending' && d.records.length === 7)
  return id
}

it('every operation of tenants has a sample', () =>
  expect(ofTenants.filter((o) => !samples[o.spec.name]).map((o) => o.spec.name)).toEqual([]))

describe.each([
  ['as it is', () => undefined],
  ['with its own tenant filters taken out', withoutFilters],
])('the application %s', (_, prepare) => {
  let restore: (() => void) | undefined
  beforeAll(() => {
    restore = prepare()
  })
  afterAll(() => restore?.())

  it.each(withId)("%s: a neighbour's id is not found, and its owner's is", async (name, o) => {
    const domain = await domainOfA()
    const input = samples[name]!({ domain })
    const before = await rowOf(domain)
    const calls = async () => (await product.world.panel.ses()).calls.length
    const callsBefore = await calls()
    if (quiet(o)) expect(await call(o, callerOf(product.b, o), input)).toEqual({})
    else
      for (const role of ['owner', 'member'] as const)
        if (kindsOf(o).includes(role))
          expect(await refusedWith(call(o, product.b[role], input))).toBe('not_found')
    expect(await rowOf(domain)).toEqual(before)
    expect(await calls()).toBe(callsBefore)
    // The twin: whoever it belongs to.
    await expect(call(o, callerOf(product.a, o), input)).resolves.toBeDefined()
  })

  it.each(withoutId)('%s answers nothing of a neighbour', async (name, o) => {
    await domainOfA()
    const answer = JSON.stringify(await call(o, callerOf(product.b, o), samples[name]!({ domain: '' })))
    expect(answer).not.toMatch(/mnexa/i)
    expect(answer).not.toContain(product.a.tenant.id)
    if (name !== 'tenants.prepare_stream') expect(answer).toMatch(/harbor/i)
  })
})

it.each(['00000000-0000-0000-0000-000000000000', 'rubbish', '', "' or true --", 'é\u0000'])(
  'an id that was made up (%j) is not found, like a neighbour’s',
  async (id) => {
    for (const [, o] of withId.filter(([, o]) => !quiet(o))) {
      const input = Object.fromEntries(
        Object.entries(samples[o.spec.name]!({ domain: id })).map(([k, v]) => [
          k,
          k === 'idempotencyKey' ? 'made-up-click' : v,
        ]),
      )
      expect(await refusedWith(call(o, product.a.owner, input)), o.spec.name).toBe('not_found')
    }
  },
)

it('a record that was published by the neighbour is no key to the row', async () => {
  const theirs = await domainOfA()
  const { showDomain } = await import('@/lib/domains/show-domain')
  await publish(product, await showDomain(product.a.owner, { id: theirs }))
  expect(await refusedWith(showDomain(product.b.owner, { id: theirs }))).toBe('not_found')
})

/** Takes `tenantId` out of every filter that the application gives Prisma: row-level security alone is left. */
function withoutFilters(): () => void {
  const holder = globalThis as typeof globalThis & { letterheadPrisma?: unknown }
  const original = prisma()
  let stripped = 0
  holder.letterheadPrisma = original.$extends({
    query: {
      $allModels: {
        $allOperations({ args, query }) {
          const { where, ...rest } = args as { where?: Record<string, unknown> }
          if (!where || !('tenantId' in where)) return query(args)
          stripped += 1
          const { tenantId: _, ...others } = where
          return query({ ...rest, where: others })
        },
      },
    },
  })
  return () => {
    holder.letterheadPrisma = original
    expect(stripped).toBeGreaterThan(20)
  }
}
