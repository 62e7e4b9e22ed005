import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { AppError } from '@/lib/kernel/errors'
import { operation } from '@/lib/kernel/operation'
import { decrypt } from '@/lib/kernel/vault'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { tablesWith } from '@/lib/local/testing/dump'
import { restOver } from '../handle'
import { ask, keyOf, platformKey, terminalOf } from '../testing/asking'
import { tidyCalls } from './platform'

let product: TestProduct
let key: { authorization: string }
beforeAll(async () => {
  product = await startTestProduct()
  key = await keyOf(product.a)
})
afterAll(() => product.stop())

interface Row {
  id: string
  tenantId: string
  caller: string
  status: number | null
  answer: Buffer | null
}
const sql = <R extends object>(text: string, values: unknown[] = []) => product.database.ask<R>(text, values)
const rowOf = async (name: string) =>
  (await sql<Row>('select * from "IdempotentCall" where key = $1', [name])).at(-1)
const domainsNamed = async (name: string) =>
  (await sql('select id from "Domain" where name = $1', [name])).length

const add = (name: string, idempotencyKey: string, who: Record<string, string> = key) =>
  ask('POST /domains', who, { body: { name }, headers: { 'idempotency-key': idempotencyKey } })

describe('one key', () => {
  it('runs once, of twenty calls at once; who asks again gets the first answer', async () => {
    const once = randomUUID()
    const told = await Promise.all(Array.from({ length: 20 }, () => add('once.ledger.dev', once)))
    expect(await domainsNamed('once.ledger.dev')).toBe(1)
    const done = told.filter(({ status }) => status === 200)
    expect(done.filter(({ headers }) => !headers.has('idempotency-replayed'))).toHaveLength(1)
    for (const { status, body, headers } of told.filter((t) => t.status !== 200)) {
      expect({ status, code: body.error?.code }).toEqual({ status: 409, code: 'idempotency_in_progress' })
      expect(headers.get('retry-after')).toBe('1')
    }
    const again = await add('once.ledger.dev', once)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(again.body).toEqual(done.find(({ headers }) => !headers.has('idempotency-replayed'))!.body)
  })

  it('means the same in quotes, and with the fields in another order', async () => {
    const quoted = randomUUID()
    const { body } = await add('quoted.ledger.dev', `"${quoted}"`)
    expect((await add('quoted.ledger.dev', quoted)).body).toEqual(body)
    const other = randomUUID()
    const create = (fields: object) =>
      ask('POST /admin/tenants', platform, { body: fields, headers: { 'idempotency-key': other } })
    const platform = await platformKey(product)
    const first = await create({ slug: 'fresh-one', name: 'Fresh' })
    expect(first.status).toBe(200)
    expect((await create({ name: 'Fresh', slug: 'fresh-one' })).headers.get('idempotency-replayed')).toBe(
      'true',
    )
  })

  it('is for one call: another input or operation with it is a mistake', async () => {
    const used = randomUUID()
    await add('first.ledger.dev', used)
    expect(await add('second.ledger.dev', used)).toMatchObject({
      status: 422,
      body: { error: { code: 'idempotency_mismatch' } },
    })
    expect(await domainsNamed('second.ledger.dev')).toBe(0)
    const { id } = (await add('third.ledger.dev', randomUUID())).body as unknown as { id: string }
    const headers = { 'idempotency-key': used }
    expect(await ask(`POST /domains/${id}/check`, key, { headers })).toMatchObject({ status: 422 })
    expect(
      await ask(`POST /domains/${id}/check`, key, { headers: { 'idempotency-key': randomUUID() } }),
    ).toMatchObject({ status: 200 })
  })

  it('is another one for another tenant, key or person', async () => {
    const same = randomUUID()
    const other = await keyOf(product.a)
    const person = await terminalOf(product.a.owner.userId, 'mnexa')
    const neighbour = await keyOf(product.b)
    const told = [
      await add('a1.ledger.dev', same),
      await add('a2.ledger.dev', same, other),
      await add('a3.ledger.dev', same, person),
      await add('b1.ledger.dev', same, neighbour),
      await add('b2.ledger.dev', same, { ...(await platformKey(product)), 'letterhead-tenant': 'harbor' }),
    ]
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(await sql('select id from "IdempotentCall" where key = $1', [same])).toHaveLength(5)
  })

  it.each(['short', 'a'.repeat(201), 'has space', '"short"'])('%j is none', async (wrong) => {
    expect(await add('wrong.ledger.dev', wrong)).toMatchObject({
      status: 400,
      body: { error: { code: 'idempotency_key_invalid' } },
    })
    expect(await domainsNamed('wrong.ledger.dev')).toBe(0)
  })

  it('of a read is passed over', async () => {
    const read = randomUUID()
    await ask('GET /domains', key, { headers: { 'idempotency-key': read } })
    expect(await rowOf(read)).toBeUndefined()
  })
})

describe('what is kept', () => {
  it('is a refusal too, when the same again cannot help', async () => {
    const refusedKey = randomUUID()
    const first = await add('not a domain', refusedKey)
    expect(first.status).toBe(422)
    const again = await add('not a domain', refusedKey)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(again.body).toEqual(first.body)
  })

  it('has no secret in it, encrypted or not; the rest can be read by our own key only', async () => {
    const person = await terminalOf(product.a.owner.userId, 'mnexa')
    const name = randomUUID()
    const create = () =>
      ask('POST /keys', person, {
        body: { name: 'reporter', scopes: ['domains.read'] },
        headers: { 'idempotency-key': name },
      })
    const first = await create()
    const { secret } = first.body as unknown as { secret: string }
    expect(secret).toMatch(/^lhk_/)
    const again = await create()
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(again.body).toEqual({ ...first.body, secret: null })
    const row = (await rowOf(name))!
    const opened = await decrypt(row.tenantId, `idempotency ${row.id}`, row.answer!)
    expect(opened).toContain('reporter')
    expect(opened).not.toContain(secret)
    expect(await tablesWith(product.database, secret)).toEqual([])
    expect(row.answer!.toString('latin1')).not.toContain('reporter')
    // It was made once.
    expect(await sql('select id from "ApiKey" where name = $1', ['reporter'])).toHaveLength(1)
  })

  it('of a call in no tenant is kept with the platform', async () => {
    const name = randomUUID()
    const person = await terminalOf(product.a.owner.userId)
    const rename = () =>
      ask('PATCH /me', person, { body: { name: 'Ada' }, headers: { 'idempotency-key': name } })
    expect((await rename()).status).toBe(200)
    expect((await rename()).headers.get('idempotency-replayed')).toBe('true')
    expect(await rowOf(name)).toMatchObject({
      tenantId: product.platform.tenant.id,
      caller: `user:${product.a.owner.userId}`,
    })
  })
})

describe('a process that died in between', () => {
  it('leaves a trace: nobody runs it again, and nobody is told that it worked', async () => {
    const name = randomUUID()
    await add('died.ledger.dev', name)
    const cut = (seconds: number) =>
      sql(
        `update "IdempotentCall" set status = null, answer = null, "settledAt" = null,
                "createdAt" = now() - make_interval(secs => $2) where key = $1`,
        [name, seconds],
      )
    await cut(30)
    expect(await add('died.ledger.dev', name)).toMatchObject({
      status: 409,
      body: { error: { code: 'idempotency_in_progress' } },
    })
    await cut(61)
    expect(await add('died.ledger.dev', name)).toMatchObject({
      status: 409,
      body: { error: { code: 'idempotency_unknown' } },
    })
    expect(await domainsNamed('died.ledger.dev')).toBe(1)
  })
})

describe('a failure that passes', () => {
  const run = vi.fn<() => Promise<{ n: number }>>()
  const flaky = operation({
    name: 'domains.flaky',
    summary: 'For this test.',
    permission: 'domains.add',
    effect: 'write',
    http: { method: 'POST', path: '/flaky' },
    input: z.object({}),
    output: z.object({ n: z.number() }),
    run: () => run(),
  })
  const rest = restOver([flaky])
  const call = (name: string) =>
    rest(
      new Request('http://localhost/api/v1/flaky', {
        method: 'POST',
        headers: { ...key, 'idempotency-key': name },
      }),
    )

  it.each([
    ['unavailable', 503],
    ['quota_spent', 429],
    ['sender_blocked', 409],
  ] as const)('%s gives the key free, and the next try runs', async (code, status) => {
    const name = randomUUID()
    run.mockRejectedValueOnce(new AppError(code))
    const first = await call(name)
    expect(first.status).toBe(status)
    expect(first.headers.get('retry-after')).toBeTruthy()
    expect(await rowOf(name)).toBeUndefined()
    run.mockResolvedValueOnce({ n: 1 })
    const second = await call(name)
    expect(second.status).toBe(200)
    expect(second.headers.has('idempotency-replayed')).toBe(false)
  })

  it('that nobody foresaw is told as ours, without its inside, and is not run again on a guess', async () => {
    const name = randomUUID()
    run.mockReset().mockRejectedValueOnce(new Error('column "x" does not exist'))
    const first = await call(name)
    expect(first.status).toBe(500)
    expect(await first.text()).not.toContain('column')
    const again = await call(name)
    expect(again.status).toBe(409)
    expect(await again.json()).toMatchObject({ error: { code: 'idempotency_unknown' } })
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('of which nobody knows the end is kept: it is not run again on a guess', async () => {
    const name = randomUUID()
    run.mockReset().mockRejectedValueOnce(new AppError('send_unconfirmed'))
    expect((await call(name)).status).toBe(504)
    const again = await call(name)
    expect(again.status).toBe(504)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(run).toHaveBeenCalledTimes(1)
  })
})

describe('after a day', () => {
  const age = (name: string, hours: number) =>
    sql(`update "IdempotentCall" set "createdAt" = now() - make_interval(hours => $2) where key = $1`, [
      name,
      hours,
    ])

  it('a key is a new one, tidied up or not', async () => {
    const name = randomUUID()
    await add('day.ledger.dev', name)
    await age(name, 25)
    const again = await add('day.ledger.dev', name)
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'domain_exists' } } })
    expect(again.headers.has('idempotency-replayed')).toBe(false)
  })

  it('what was kept is dropped, of every tenant, and what is younger stays', async () => {
    const [old, neighbours, young] = [randomUUID(), randomUUID(), randomUUID()]
    await add('old.ledger.dev', old)
    await add('old.harbor.dev', neighbours, await keyOf(product.b))
    await add('young.ledger.dev', young)
    await age(old, 25)
    await age(neighbours, 25)
    await age(young, 23)
    await sql(
      `insert into "RateLimit" (key, tat) select 'past ' || n, now() - interval '1 hour' from generate_series(1, 1500) n`,
    )
    await sql(`insert into "RateLimit" (key, tat) values ('full', now() + interval '30 seconds')`)
    expect(await tidyCalls()).toBeGreaterThanOrEqual(1502)
    expect(await rowOf(old)).toBeUndefined()
    expect(await rowOf(neighbours)).toBeUndefined()
    expect(await rowOf(young)).toBeDefined()
    expect(await sql(`select key from "RateLimit" where key = 'full' or key like 'past %'`)).toEqual([
      { key: 'full' },
    ])
  })
})
