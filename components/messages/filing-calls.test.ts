import { afterEach, expect, it, vi } from 'vitest'
import { filingCalls } from './filing-calls'

afterEach(() => vi.unstubAllGlobals())

/** A server that answers when it is told to. */
function server() {
  const asked: { url: string; init: RequestInit; answer: (status: number, body: object) => void }[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const { promise, resolve } = Promise.withResolvers<Response>()
    asked.push({ url, init, answer: (status, body) => resolve(Response.json(body, { status })) })
    return promise
  })
  return asked
}

it('a move does not wait for the mark before it, and both go out though their page is left', async () => {
  const asked = server()
  const calls = filingCalls('mnexa')
  void calls.mark({ ids: ['a'], read: true })
  void calls.move({ ids: ['a'], folder: 'trash' })
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  expect(asked.map(({ url }) => url).toSorted()).toEqual(['/api/v1/messages/mark', '/api/v1/messages/move'])
  for (const { init } of asked)
    expect(init).toMatchObject({
      ...{ method: 'POST', keepalive: true, headers: { 'Letterhead-Tenant': 'mnexa' } },
    })
})

it('of two marks the later goes out when the first has ended, however it did', async () => {
  const asked = server()
  const calls = filingCalls('mnexa')
  const first = calls.mark({ ids: ['a'], read: true })
  const second = calls.mark({ ids: ['a'], read: false })
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  const refusal = { code: 'forbidden', message: 'Not yours.' }
  asked[0]!.answer(403, { error: refusal })
  expect(await first).toEqual({ ok: false, error: refusal })
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  expect(asked[1]!.init.body).toBe('{"ids":["a"],"read":false}')
  asked[1]!.answer(200, { changed: 1 })
  expect(await second).toEqual({ ok: true, data: { changed: 1 } })
})
