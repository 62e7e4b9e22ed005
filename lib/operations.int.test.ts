import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf, sampleInput, type AnyOperation } from '@/lib/faces/testing/sample-input'
import { rowsOf } from '@/lib/faces/testing/things'
import { addDomain } from '@/lib/domains/add-domain'
import { observeDomain } from '@/lib/domains/observe-domain'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import { showDomain } from '@/lib/domains/show-domain'
import type { Caller } from '@/lib/kernel/caller'
import { allows, realmOf } from '@/lib/kernel/permissions'
import { openSharedPath, publish, visitUntil } from '@/lib/local/testing/drive'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { operations } from './operations'

// Every door for people and programs is walked by lib/faces/isolation; here is what has none.
let product: TestProduct
let made = 0

beforeAll(async () => {
  product = await startTestProduct()
  await openSharedPath(product)
})
afterAll(() => product.stop())

async function domainOfA(): Promise<string> {
  const { id } = await addDomain(product.a.owner, { name: `${++made}.mnexa.dev` })
  await visitUntil(product.a, id, (d) => d.state === 'pending' && d.records.length === 7)
  return id
}
const domainRow = async (id: string) =>
  (await rowsOf<object>(product, 'select * from "Domain" where id = $1', [id]))[0]

describe('the worker, acting for one tenant,', () => {
  it.each([
    ['observes', observeDomain],
    ['reconciles', reconcileDomain],
  ])('%s nothing of a neighbour, and what belongs to its tenant', async (_, work) => {
    const id = await domainOfA()
    const before = await domainRow(id)
    const calls = async () => (await product.world.panel.ses()).calls.length
    const callsBefore = await calls()
    // Nobody waits for its answer: a row that is not there is let be.
    expect(await work(product.b.worker, { id })).toEqual({})
    expect(await domainRow(id)).toEqual(before)
    expect(await calls()).toBe(callsBefore)
    await expect(work(product.a.worker, { id })).resolves.toBeDefined()
  })

  it('has no operation with an id beside these', () =>
    expect(
      operations
        .filter((o) => realmOf(o.spec.permission) === 'inside' && 'id' in o.spec.input.shape)
        .map((o) => o.spec.name),
    ).toEqual(['domains.observe', 'domains.reconcile']))
})

const withId = operations
  .filter((o) => idOf(o) && allows(o.spec.permission, 'owner'))
  .map((o) => [o.spec.name, o] as const)

describe.each(['00000000-0000-0000-0000-000000000000', 'rubbish', '', "' or true --", 'é\u0000'])(
  'an id that was made up (%j)',
  (id) => {
    it.each(withId)('is not found by %s, like a neighbour’s', async (_, o) => {
      const input = { ...sampleInput(o, {}, 'mnexa'), [idOf(o)!.field]: id }
      expect(await refusedWith(call(o, product.a.owner, input))).toBe('not_found')
    })
  },
)

const call = (o: AnyOperation, caller: Caller, input: object) =>
  (o as unknown as (caller: Caller, input: object) => Promise<unknown>)(caller, input)

it('a record that was published by the neighbour is no key to the row', async () => {
  const theirs = await domainOfA()
  await publish(product, await showDomain(product.a.owner, { id: theirs }))
  expect(await refusedWith(showDomain(product.b.owner, { id: theirs }))).toBe('not_found')
})
