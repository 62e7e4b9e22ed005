import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createKey } from '@/lib/credentials/create-key'
import { handleRest } from '@/lib/faces/rest/handle'
import { scopesFor } from '@/lib/kernel/permissions'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { createLetterhead, LetterheadError } from '.'

/** The REST face behind a real server, as a program somewhere else meets it. */
let product: TestProduct
let server: Server
let settings: { url: string; token: string }
beforeAll(async () => {
  product = await startTestProduct()
  server = createServer((incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming
    const hasBody = !['GET', 'HEAD'].includes(method)
    const request = new Request(`http://localhost${url}`, {
      ...{ method, headers: headers as Record<string, string>, duplex: 'half' },
      ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array> }),
    } as RequestInit)
    void handleRest(request).then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      if (response.body) await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing)
      else outgoing.end()
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { secret } = await createKey(product.a.owner, { name: 'client', scopes: scopesFor('key') })
  settings = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, token: secret! }
})
afterAll(async () => {
  server.close()
  await product.stop()
})

const thrown = (call: Promise<unknown>) =>
  call.then(
    () => Promise.reject(new Error('it did not throw')),
    (error: unknown) => error as LetterheadError,
  )

describe('the client', () => {
  it('adds a domain, reads it and lists it, typed by the description of the API', async () => {
    const letterhead = createLetterhead(settings)
    const { data: added } = await letterhead.POST('/domains', { body: { name: 'client.ledger.dev' } })
    const { data: shown } = await letterhead.GET('/domains/{id}', { params: { path: { id: added!.id } } })
    expect(shown?.name).toBe('client.ledger.dev')
    const { data: listed } = await letterhead.GET('/domains', {
      params: { query: { search: 'client', limit: 5 } },
    })
    expect(listed?.items.map((item) => item.id)).toEqual([added!.id])
  })

  it('throws what was refused, with all that helps', async () => {
    const letterhead = createLetterhead(settings)
    const error = await thrown(letterhead.POST('/domains', { body: { name: 'co.uk' } }))
    expect(error).toBeInstanceOf(LetterheadError)
    expect(error).toMatchObject({
      code: 'domain_public_suffix',
      status: 422,
      fields: { name: expect.any(String) },
    })
    expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(error.message).toMatch(/^co\.uk is shared/)
    expect(error.nextStep).toMatch(/\.$/)
  })

  it('does not compile with what the API has not', () => {
    const letterhead = createLetterhead(settings)
    const wrong = [
      // @ts-expect-error a field that a domain has not
      () => letterhead.POST('/domains', { body: { nam: 'client.ledger.dev' } }),
      // @ts-expect-error an address that there is not
      () => letterhead.GET('/domain'),
      // @ts-expect-error a parameter that is missing
      () => letterhead.GET('/domains/{id}', {}),
    ]
    expect(wrong).toHaveLength(3)
  })

  it('names the organisation that it was made for', async () => {
    expect(await thrown(createLetterhead({ ...settings, tenant: 'harbor' }).GET('/tenant'))).toMatchObject({
      code: 'not_found',
    })
    expect((await createLetterhead({ ...settings, tenant: 'mnexa' }).GET('/tenant')).data).toBeDefined()
  })
})

describe('whatever happens on the way', () => {
  const answers = (...responses: (() => Response | Promise<Response>)[]) => {
    const sent: Request[] = []
    const fetch = vi.fn((request: Request) => {
      sent.push(request)
      return Promise.resolve(responses.shift()!())
    })
    return { sent, letterhead: createLetterhead({ url: 'https://l.example', token: 'lhk_x', fetch }) }
  }
  const busy = (status: number, after: number) => () =>
    new Response('{}', { status, headers: { 'retry-after': String(after) } })
  const lost = () => Promise.reject(new TypeError('fetch failed'))
  const fine = () => Response.json({ id: 'x' })

  it('a write is sent again with the same key and body, when the server is busy or the answer was lost', async () => {
    const { sent, letterhead } = answers(busy(429, 0), busy(503, 0), lost, fine)
    await letterhead.POST('/domains', { body: { name: 'a.dev' } })
    expect(sent).toHaveLength(4)
    expect(new Set(sent.map((request) => request.headers.get('idempotency-key'))).size).toBe(1)
    expect(sent[0]!.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)
    expect(await Promise.all(sent.map((request) => request.text()))).toEqual(
      Array(4).fill('{"name":"a.dev"}'),
    )
  })

  it('each write has a key of its own, unless it is given one; a read has none', async () => {
    const { sent, letterhead } = answers(fine, fine, fine, fine)
    for (let n = 0; n < 2; n++) await letterhead.POST('/domains', { body: { name: 'a.dev' } })
    await letterhead.POST('/domains', {
      body: { name: 'a.dev' },
      params: { header: { 'Idempotency-Key': 'my own key' } },
    })
    await letterhead.GET('/domains')
    const keys = sent.map((request) => request.headers.get('idempotency-key'))
    expect(keys[0]).not.toBe(keys[1])
    expect(keys.slice(2)).toEqual(['my own key', null])
  })

  it('is told in the end: after four times, or when the wait is too long', async () => {
    const tired = answers(busy(503, 0), busy(503, 0), busy(503, 0), busy(503, 0))
    expect(await thrown(tired.letterhead.GET('/domains'))).toMatchObject({ status: 503, code: 'unknown' })
    expect(tired.sent).toHaveLength(4)
    const long = answers(busy(429, 600))
    expect(await thrown(long.letterhead.GET('/domains'))).toMatchObject({ status: 429 })
    const refused = answers(() => Response.json({}, { status: 500 }))
    expect(await thrown(refused.letterhead.GET('/domains'))).toMatchObject({ status: 500 })
  })
})
