import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openSession } from '@/lib/accounts/testing/open-session'
import { removeMember } from '@/lib/accounts/members/remove-member'
import { DAY } from '@/lib/kernel/clock'
import { pool } from '@/lib/kernel/db/pool'
import { announce, announceAll, closeFeed, liveFeed } from '@/lib/kernel/live'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { endAccess } from '@/lib/tenants/support/end-access'
import { openAccess } from '@/lib/tenants/support/open-access'
import { liveStream } from './live'
import { sessionCookie } from './session-cookie'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
  // The feed connects on first use; what is announced before that is told to nobody.
  let heard = false
  liveFeed().on('change', () => (heard = true))
  while (!heard) {
    await announce({ tenantId: product.a.tenant.id, noun: 'domains', id: 'are you there' })
    await setTimeout(50)
  }
})
afterAll(() => product.stop())

/** A browser's stream of a tenant, and all that it was told until it ended. */
async function listen(userId: string, tenant: string) {
  const token = await openSession(userId, new Date(Date.now() + DAY))
  const request = new Request(`http://localhost/api/live?tenant=${tenant}`, {
    headers: { cookie: `${sessionCookie()}=${token}` },
  })
  const response = await liveStream(request, sessionCookie(), { door: 'web', requestId: 'x', address: null })
  expect(response.status).toBe(200)
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let told = ''
  /** Reads until the text was told; `null` stands for the end. */
  const until = async (text: string | null): Promise<string> => {
    while (text === null || !told.includes(text)) {
      const { value, done } = await reader.read()
      if (done) {
        if (text === null) return told
        throw new Error(`it ended without ${text}: ${told}`)
      }
      told += value
    }
    return told
  }
  await until('retry:')
  return until
}

it('tells of changes in its own tenant, and of nobody else’s', async () => {
  const until = await listen(product.a.owner.userId, 'mnexa')
  await announce({ tenantId: product.b.tenant.id, noun: 'domains', id: 'theirs' })
  await announce({ tenantId: product.a.tenant.id, noun: 'domains', id: 'mine' })
  expect(await until('mine')).not.toContain('theirs')
})

it('hears from its very beginning, also the first of a process', async () => {
  await closeFeed()
  const until = await listen(product.a.owner.userId, 'mnexa')
  await announce({ tenantId: product.a.tenant.id, noun: 'domains', id: 'at once' })
  expect(await until('at once')).not.toContain('"noun":"*"')
})

it('many changes are told in one statement, each in its own tenant', async () => {
  const [mine, theirs] = [
    await listen(product.a.owner.userId, 'mnexa'),
    await listen(product.b.owner.userId, 'harbor'),
  ]
  const query = vi.spyOn(pool(), 'query')
  const all = [product.a, product.b].flatMap(({ tenant: { id, slug } }) =>
    [1, 2].map((n) => ({ tenantId: id, noun: 'usage', id: `${slug} ${n}` })),
  )
  await announceAll(all)
  await announceAll([])
  expect(query).toHaveBeenCalledTimes(1)
  query.mockRestore()
  expect(await mine('mnexa 2')).not.toContain('harbor')
  expect(await theirs('harbor 2')).toContain('harbor 1')
})

it('holds nothing for a browser that left before the answer', async () => {
  const feed = liveFeed() as unknown as { listenerCount: (event: string) => number }
  const before = feed.listenerCount('change')
  const token = await openSession(product.a.owner.userId, new Date(Date.now() + DAY))
  const leaving = new AbortController()
  const request = new Request('http://localhost/api/live?tenant=mnexa', {
    headers: { cookie: `${sessionCookie()}=${token}` },
    signal: leaving.signal,
  })
  const answering = liveStream(request, sessionCookie(), { door: 'web', requestId: 'x', address: null })
  leaving.abort()
  await answering
  expect(feed.listenerCount('change')).toBe(before)
})

it('ends at once for who was removed, and goes on for the others', async () => {
  const [removed, stays] = [
    await listen(product.a.member.userId, 'mnexa'),
    await listen(product.a.owner.userId, 'mnexa'),
  ]
  await removeMember(product.a.owner, { id: product.a.member.userId })
  expect(await removed(null)).toContain('event: bye')
  await announce({ tenantId: product.a.tenant.id, noun: 'domains', id: 'after' })
  expect(await stays('after')).not.toContain('event: bye')
})

it('ends at once for staff whose access has ended', async () => {
  const { id } = await openAccess(product.support, { tenant: 'harbor', reason: 'ticket number 4711' })
  const until = await listen(product.support.userId, 'harbor')
  await endAccess(product.support, { id })
  expect(await until(null)).toContain('event: bye')
})
