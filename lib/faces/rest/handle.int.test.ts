import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDomain } from '@/lib/domains/add-domain'
import { ADDRESS_HEADER } from '@/lib/faces/address'
import { SECOND } from '@/lib/kernel/clock'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { operations } from '@/lib/operations'
import { withClient } from '@/prisma/sql'
import { handleRest } from './handle'
import { ask, browserOf, keyOf, platformKey, terminalOf } from './testing/asking'

let product: TestProduct
let key: { authorization: string }
let domain: { id: string }
beforeAll(async () => {
  process.env['API_RATE_PER_KEY'] = '1000000'
  process.env['PLAN_LIMITS'] = '{"pro":{"requestsPerMinute":null}}'
  product = await startTestProduct()
  key = await keyOf(product.a)
  domain = await addDomain(product.a.owner, { name: 'ledger.dev' })
})
afterAll(() => product.stop())

const nothing = '01920000-0000-7000-8000-00000000000a'

describe('who asks', () => {
  it('is a key, a command line or a browser; each acts through its own door', async () => {
    const { a } = product
    const doors = {
      api: await ask('POST /domains', key, { body: { name: 'api.ledger.dev' } }),
      cli: await ask('POST /domains', await terminalOf(a.owner.userId, 'mnexa'), {
        body: { name: 'cli.ledger.dev' },
      }),
      web: await ask('POST /domains', await browserOf(a.owner.userId, 'mnexa'), {
        body: { name: 'web.ledger.dev' },
      }),
    }
    const { rows } = await withClient(product.database.superUrl, (c) =>
      c.query<{ door: string; subject: string; requestId: string }>(
        `select door, subject, "requestId" from "AuditEvent" where action = 'domain.added' and subject like '%.ledger.dev'`,
      ),
    )
    for (const [door, { status, headers }] of Object.entries(doors)) {
      expect(status).toBe(200)
      const row = rows.find((r) => r.subject === `${door}.ledger.dev`)
      expect(row).toMatchObject({ door, requestId: headers.get('x-request-id') })
    }
  })

  it('is a command line also with a key, when it says so', async () => {
    await ask('POST /domains', key, {
      body: { name: 'agent.ledger.dev' },
      headers: { 'user-agent': 'letterhead-cli/1' },
    })
    const { rows } = await withClient(product.database.superUrl, (c) =>
      c.query<{ door: string }>(`select door from "AuditEvent" where subject = 'agent.ledger.dev'`),
    )
    expect(rows).toEqual([{ door: 'cli' }])
  })

  it.each([
    ['nothing', {}],
    ['no scheme', { authorization: 'lhk_x' }],
    ['another scheme', { authorization: 'Basic bGhrX3g6' }],
    ['two tokens', { authorization: 'Bearer a b' }],
    ['an unknown key', { authorization: 'Bearer lhk_unknown' }],
    ['a malformed cookie', { cookie: 'next-auth.session-token=%zz' }],
  ])('%s is nobody', async (_, headers) => {
    const told = await ask('GET /domains', headers)
    expect(told).toMatchObject({ status: 401, body: { error: { code: 'not_signed_in' } } })
    expect(told.headers.get('www-authenticate')).toMatch(/^Bearer/)
  })

  it('a wrong key is not made good by a cookie that came along; without it, the cookie is enough', async () => {
    const browser = await browserOf(product.a.owner.userId, 'mnexa')
    expect(await ask('GET /domains', { ...browser, authorization: 'Bearer lhk_unknown' })).toMatchObject({
      status: 401,
    })
    expect(await ask('GET /domains', browser)).toMatchObject({ status: 200 })
  })

  it('a browser’s session is no bearer token, and a command line’s is no cookie', async () => {
    const browser = await browserOf(product.a.owner.userId, 'mnexa')
    const token = browser.cookie.split('=').at(-1)!
    expect(
      await ask('GET /domains', { ...browser, cookie: '', authorization: `Bearer ${token}` }),
    ).toMatchObject({ status: 401 })
    expect(await ask('GET /domains', browser)).toMatchObject({ status: 200 })
  })

  it('a browser writes from our own pages only, and reads from there too', async () => {
    const browser = await browserOf(product.a.owner.userId, 'mnexa')
    const line = `POST /domains/${domain.id}/watch`
    for (const site of ['cross-site', 'same-site', 'none'])
      expect(await ask(line, { ...browser, 'sec-fetch-site': site })).toMatchObject({
        status: 403,
        body: { error: { code: 'forbidden' } },
      })
    expect(await ask(line, browser)).toMatchObject({ status: 200 })
    expect(await ask(line, { ...key, 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 200 })
  })

  it('names a tenant by slug or id, and hears nothing of a neighbour’s', async () => {
    const person = await terminalOf(product.a.owner.userId)
    const at = (tenant: string) => ask('GET /tenant', { ...person, 'letterhead-tenant': tenant })
    expect(await at('mnexa')).toMatchObject({ status: 200 })
    expect(await at(product.a.tenant.id)).toMatchObject({ status: 200 })
    for (const tenant of ['harbor', product.b.tenant.id, 'nobody', `mnexa${'x'.repeat(100)}`])
      expect(await at(tenant)).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } })
    expect(await ask('GET /tenant', person)).toMatchObject({
      status: 400,
      body: { error: { code: 'tenant_required' } },
    })
    expect(await ask('GET /tenant', await platformKey(product))).toMatchObject({ status: 400 })
  })
})

describe('an answer', () => {
  it('is JSON that nobody keeps, under a number of ours', async () => {
    const told = await ask('GET /domains', key, { headers: { 'x-request-id': 'theirs' } })
    expect(told.status).toBe(200)
    expect(told.headers.get('cache-control')).toBe('private, no-store')
    expect(told.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(told.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('that refuses has one shape, always', async () => {
    const told = await ask(`GET /domains/${nothing}`, key)
    expect(told.status).toBe(404)
    expect(told.body).toEqual({
      error: {
        code: 'not_found',
        message: expect.stringMatching(/^There is nothing here/),
        fields: {},
        request_id: told.headers.get('x-request-id'),
        next_step: expect.stringMatching(/\.$/),
      },
    })
  })

  it('to HEAD has the headers of GET and no body', async () => {
    const told = await ask('HEAD /domains', key)
    expect(told).toMatchObject({ status: 200, text: '' })
    expect(told.headers.get('ratelimit')).toBeTruthy()
  })

  it('names the methods that an address has', async () => {
    const put = await ask('PUT /domains', key)
    expect(put).toMatchObject({ status: 405, body: { error: { code: 'method_not_allowed' } } })
    const options = await ask('OPTIONS /domains', {})
    expect(options).toMatchObject({ status: 204, text: '' })
    for (const { headers } of [put, options]) expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST')
  })

  it('to an address that is none says so, to anybody', async () => {
    for (const line of ['GET /nothing', 'GET /', 'POST /../domains', 'OPTIONS /nothing'])
      expect(await ask(line, {})).toMatchObject({ status: 404, body: { error: { code: 'no_such_route' } } })
  })

  it('describes the API to anybody', async () => {
    const told = await ask('GET /openapi.json', {})
    expect(told).toMatchObject({ status: 200, body: { openapi: '3.1.0' } })
  })
})

describe('input', () => {
  it('of a query is what its field wants', async () => {
    expect((await ask('GET /domains?limit=1&search=ledger', key)).body).toMatchObject({ items: [{}] })
    expect(await ask('GET /domains?limit=many', key)).toMatchObject({
      status: 422,
      body: { error: { code: 'invalid_input', fields: { limit: 'This has to be a whole number.' } } },
    })
  })

  it.each([
    ['GET /domains?serach=x', undefined, 'serach'],
    ['GET /domains?limit=1&limit=2', undefined, 'limit'],
    ['POST /domains', { name: 'x.dev', colour: 'red' }, 'colour'],
    ['POST /domains?name=x.dev', {}, 'name'],
    [`POST /domains/${nothing}/check`, { id: 'another' }, 'id'],
    ['POST /domains', { name: 'nul\0.dev' }, 'name'],
    ['POST /domains', { name: 'half\ud800.dev' }, 'name'],
    ['POST /messages/mark', { ids: [nothing, 'half\ud800'], read: true }, 'ids'],
    ['GET /domains?search=%00', undefined, 'search'],
    ['GET /domains/%00', undefined, 'id'],
    ['POST /domains', {}, 'name'],
    ['POST /domains', { name: 7 }, 'name'],
  ])('%s %j is refused by the name of its field', async (line, body, field) => {
    const told = await ask(line, key, body && { body })
    expect(told).toMatchObject({ status: 422, body: { error: { code: 'invalid_input' } } })
    expect(Object.keys(told.body.error!.fields)).toEqual([field])
  })

  it('is refused for whoever asks before it is read', async () => {
    expect(await ask('POST /domains', {}, { body: '{' })).toMatchObject({ status: 401 })
    expect(await ask('POST /domains', key, { body: '{' })).toMatchObject({
      status: 400,
      body: { error: { code: 'body_malformed' } },
    })
  })
})

describe('a stream', () => {
  it('comes as a table or as one array, and only to who may', async () => {
    const csv = await ask('GET /audit/export?format=csv', key)
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/)
    expect(csv.text.split('\r\n')[0]).toMatch(/^at,text,actor,/)
    expect(csv.text).toContain('ledger.dev')
    const { text } = await ask('GET /audit/export?action=domain.added', key)
    expect(JSON.parse(text)).toContainEqual(expect.objectContaining({ action: 'domain.added' }))
    expect(await ask('GET /audit/export?format=xml', key)).toMatchObject({
      status: 422,
      body: { error: { fields: { format: expect.anything() } } },
    })
    expect(await ask('GET /audit/export', await keyOf(product.a, ['audit.read']))).toMatchObject({
      status: 403,
      body: { error: { code: 'scope_missing' } },
    })
  })
})

describe('whoever does not show who they are', () => {
  it('is counted by address, and the neighbour’s address is not', async () => {
    const wrong = (address: string) =>
      ask('GET /domains', { authorization: 'Bearer lhk_unknown', [ADDRESS_HEADER]: address })
    const began = Date.now()
    const tries = await Promise.all(Array.from({ length: 100 }, () => wrong('192.0.2.1')))
    const heard = tries.filter((t) => t.status === 401).length
    expect(heard).toBeGreaterThanOrEqual(60)
    // One comes back every second.
    expect(heard).toBeLessThanOrEqual(60 + Math.ceil((Date.now() - began) / SECOND))
    const last = tries.find((t) => t.status === 429)!
    expect(last.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(await wrong('192.0.2.2')).toMatchObject({ status: 401 })
    expect(await ask('GET /domains', { ...key, [ADDRESS_HEADER]: '192.0.2.1' })).toMatchObject({
      status: 200,
    })
  })
})

describe('whatever is sent', () => {
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS')
  const known = fc.constantFrom(...operations.flatMap((o) => o.spec.http ?? []))
  const id = () => fc.constantFrom(domain.id, nothing, 'github')
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(nothing, '', '..', '%', 'null', '-1'),
  )
  const encoded = (t: string) => encodeURIComponent(t.toWellFormed())
  const filled = (path: string, t: string) => path.replaceAll(/\{\w+\}/g, encoded(t))
  const call = () =>
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc
          .tuple(known, fc.oneof(text, id()))
          .map(([http, t]): [string, string] => [http.method, filled(http.path, t)]),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(method, known).map(([m, http]): [string, string] => [m, filled(http.path, 'x')]),
      },
      { weight: 1, arbitrary: fc.tuple(method, fc.webPath()) },
    )
  const names = [
    'limit',
    'cursor',
    'search',
    'name',
    'from',
    'format',
    'at',
    'tenant',
    'scopes',
    'domainId',
    'email',
    '__proto__',
  ]
  const query = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), text), { maxLength: 2 })
  const fields = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), fc.jsonValue())
  const body = fc.oneof(
    fc.jsonValue().map((v) => JSON.stringify(v)),
    fields.map((v) => JSON.stringify(v)),
    fc.string(),
  )
  const header = fc.string({ maxLength: 60 }).map((t) => t.replaceAll(/[^\x21-\x7e]/g, ''))
  const headers = fc.record(
    {
      'letterhead-tenant': fc.oneof(header, fc.constantFrom('mnexa', 'harbor')),
      'idempotency-key': header,
      'content-type': fc.oneof(header, fc.constant('application/json')),
      cookie: header,
    },
    { requiredKeys: [] },
  )

  it('is answered, in one shape, and never with a failure of ours', async () => {
    const [platform, owner] = [await platformKey(product), await terminalOf(product.b.owner.userId, 'harbor')]
    const who = fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(key, platform, owner) },
      { weight: 1, arbitrary: header.map((authorization) => ({ authorization })) },
    )
    const seen = new Set<number>()
    await fc.assert(
      fc.asyncProperty(call(), query, body, headers, who, async ([method, at], pairs, sent, more, asker) => {
        const url = new URL(`http://localhost:3000/api/v1${at}`)
        for (const [name, value] of pairs) url.searchParams.append(name, value)
        const hasBody = !['GET', 'HEAD'].includes(method)
        const request = new Request(url, {
          ...{ method, headers: { 'content-type': 'application/json', ...more, ...asker } },
          ...(hasBody && { body: sent }),
        })
        const response = await handleRest(request)
        const told = await response.text()
        seen.add(response.status)
        expect(response.status, `${method} ${url.pathname} ${told}`).toBeLessThan(500)
        expect(response.headers.get('x-request-id')).toBeTruthy()
        if (response.status >= 400 && method !== 'HEAD')
          expect(Object.keys((JSON.parse(told) as { error: object }).error).toSorted()).toEqual([
            ...['code', 'fields', 'message', 'next_step', 'request_id'],
          ])
      }),
      { numRuns: 1_000 },
    )
    // It came far enough to be worth something.
    for (const status of [200, 400, 401, 403, 404, 405, 422]) expect(seen).toContain(status)
  })
})
