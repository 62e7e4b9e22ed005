import { describe, expect, it } from 'vitest'
import type { AppError } from '@/lib/kernel/errors'
import { readBody } from './body'

const request = (body: BodyInit, type = 'application/json') =>
  new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    duplex: 'half',
  } as RequestInit)
const codeOf = (asked: Request) =>
  readBody(asked).then(
    () => 'read',
    (error: AppError) => error.code,
  )
const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) })

describe('a body', () => {
  it.each([
    ['{"name":"a"}', { name: 'a' }],
    [' {} ', {}],
    ['', {}],
    [
      '{"__proto__":{"admin":true},"a":{"constructor":1,"b":[{"prototype":2,"c":3}]}}',
      { a: { b: [{ c: 3 }] } },
    ],
  ])('%s is read', async (text, value) => expect(await readBody(request(text))).toEqual(value))

  it('may say how it is encoded', async () =>
    expect(await readBody(request('{"a":1}', 'Application/JSON; charset=utf-8'))).toEqual({ a: 1 }))

  it.each(['[]', '7', 'null', '"text"', '{', '{"a":1}{"b":2}', '[1', 'a=1', '\ufeff\ufeff{}'])(
    '%s is no object',
    async (text) => expect(await codeOf(request(text))).toBe('body_malformed'),
  )

  it('is no form, whatever it holds', async () => {
    expect(await codeOf(request('{"a":1}', 'application/x-www-form-urlencoded'))).toBe('body_malformed')
    expect(await codeOf(request('{"a":1}', 'text/plain'))).toBe('body_malformed')
    expect(await codeOf(request(new Uint8Array([123, 34, 255, 34, 58, 49, 125])))).toBe('body_malformed')
  })

  it('is as deep as an input can be, and no deeper', async () => {
    expect(await codeOf(request(JSON.stringify(deep(16))))).toBe('read')
    expect(await codeOf(request(JSON.stringify(deep(17))))).toBe('body_malformed')
    expect(await codeOf(request('{"a":'.repeat(40_000) + '1' + '}'.repeat(40_000)))).toBe('body_malformed')
  })

  it('is not read beyond its bound, also when it does not say how long it is', async () => {
    let given = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(32))
      },
    })
    expect(await codeOf(request(endless))).toBe('body_too_large')
    expect(given).toBeLessThan(600_000)
    expect(await codeOf(request(`"${'x'.repeat(256 * 1024)}"`))).toBe('body_too_large')
  })
})
