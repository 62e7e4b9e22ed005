import { expect, it, vi } from 'vitest'
import { atEnd, settleEnds } from './ends'

vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/none')
vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32))
vi.stubEnv('MASTER_KEY', Buffer.alloc(32, 7).toString('base64'))
vi.stubEnv('LOG_LEVEL', 'silent')

it('does what was asked for, once a name, and is not stopped by what fails', async () => {
  const did: string[] = []
  atEnd('first', () => Promise.resolve(void did.push('an older one')))
  atEnd('first', () => Promise.resolve(void did.push('first')))
  atEnd('broken', () => Promise.reject(new Error('away')))
  atEnd('last', () => Promise.resolve(void did.push('last')))
  await settleEnds()
  expect(did).toEqual(['first', 'last'])
})

it('does not wait for ever', async () => {
  atEnd('first', () => new Promise(() => undefined))
  const began = Date.now()
  await settleEnds()
  expect(Date.now() - began).toBeLessThan(10_000)
})
