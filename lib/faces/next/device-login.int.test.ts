import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDevice } from '@/lib/accounts/devices/platform'
import { ensurePerson } from '@/lib/accounts/platform'
import { disconnect } from '@/lib/kernel/db/client'
import { closePool } from '@/lib/kernel/db/pool'
import { mint } from '@/lib/kernel/mint'
import { testDatabase, type TestDatabase } from '@/lib/local/testing/database'
import { collectToken, startLogin } from './device-login'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await disconnect()
  await closePool()
  await database.drop()
})

const post = async (door: (request: Request) => Promise<Response>, body: unknown, address = '192.0.2.1') => {
  const answer = await door(
    new Request('http://letterhead.test/', {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-letterhead-address': address },
    }),
  )
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as never }
}
const code = ({ body }: { body: { error: { code: string } } }) => body.error.code

it('a command line starts, its person says yes, it gets its token', async () => {
  const { id } = await ensurePerson({ email: 'ada@mnexa.ai', name: 'Ada' })
  const { body: started } = (await post(startLogin, { label: 'laptop' })) as {
    body: Record<string, string | number>
  }
  expect(started).toMatchObject({
    user_code: expect.stringMatching(/^[A-Z]{4}-[A-Z]{4}$/),
    verification_uri: 'http://localhost:3000/authorize',
    verification_uri_complete: `http://localhost:3000/authorize?code=${started.user_code}`,
    ...{ expires_in: 600, interval: 2 },
  })
  const { device_code } = started
  const early = await post(collectToken, { device_code })
  expect([early.status, code(early)]).toEqual([409, 'device_pending'])
  const ada = mint.person({ userId: id, email: 'ada@mnexa.ai', name: 'Ada' })
  await answerDevice(ada, String(started.user_code), 'approved')
  const got = await post(collectToken, { device_code })
  expect(got.status).toBe(200)
  expect(got.body).toEqual({ token: expect.any(String), expires_at: expect.any(String) })
  expect(got.headers.get('cache-control')).toBe('no-store')
  const again = await post(collectToken, { device_code })
  expect([again.status, code(again)]).toEqual([410, 'link_invalid'])
})

it.each([
  ['{', 400, 'body_malformed'],
  ['null', 400, 'body_malformed'],
  [{}, 422, 'invalid_input'],
  [{ label: '' }, 422, 'invalid_input'],
  [{ label: 'two\nlines' }, 422, 'invalid_input'],
  [{ label: 'a'.repeat(81) }, 422, 'invalid_input'],
  ['x'.repeat(10_001), 413, 'body_too_large'],
])('%j is refused in words', async (body, status, word) => {
  const answer = await post(startLogin, body)
  expect([answer.status, code(answer)]).toEqual([status, word])
})

it('twenty starts in ten minutes from one network address; another is not held to it', async () => {
  for (let n = 0; n < 20; n++)
    expect((await post(startLogin, { label: 'x' }, '203.0.113.5')).status).toBe(200)
  const held = await post(startLogin, { label: 'x' }, '203.0.113.5')
  expect([held.status, code(held)]).toEqual([429, 'too_many_requests'])
  expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await post(startLogin, { label: 'x' }, '203.0.113.6')).status).toBe(200)
})
