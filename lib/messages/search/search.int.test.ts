import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { tellInsidePlans } from '@/lib/local/testing/bench/inside-plans'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { listMessages } from '../read/list-messages'
import { noVerdicts } from '../receive/facts-of'
import { toQuery } from './to-query'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

/** An inbox with so many messages, a second apart and the first the oldest, of which the oldest so many have a word. */
async function filled(who: Customer, localPart: string, count: number, word: string, having: number) {
  const { id } = await openInbox(who.owner, { localPart })
  await product.database.ask(
    `with r as (insert into "RawMessage" ("tenantId", key, size, sha256) values ($1::uuid, $2::text, 1, 'x') returning id),
          t as (insert into "Thread" ("tenantId", "inboxId") values ($1::uuid, $2::uuid) returning id),
          m as (insert into "Message" ("tenantId", "inboxId", "threadId", "rawId", "deliveryId", "envelopeFrom", recipient, "fromName", "fromAddress",
                  subject, snippet, people, size, attachments, verdicts, markers, reasons, "receivedAt")
                select $1::uuid, $2::uuid, t.id, r.id, n::text, '', '', '', 'a@b.c', 'n ' || n, '', '{"to":[],"cc":[],"replyTo":[]}', 1, '[]', $6, '{}', '[]',
                       timestamptz '2026-01-01' + n * interval '1 second'
                  from generate_series(1, $3::int) n, r, t returning id, "tenantId", "deliveryId")
     insert into "MessageText" (id, "tenantId", words)
     select id, "tenantId", array_to_tsvector(array['tenant:' || $1::text, 'inbox:' || $2::text, case when "deliveryId"::int <= $5::int then $4::text else 'other' end]) from m`,
    [who.tenant.id, id, count, word, having, noVerdicts],
  )
  return id
}

describe('a search for what thousands of old messages have', () => {
  let inboxId: string
  beforeAll(async () => {
    inboxId = await filled(product.a, 'old', 15_600, 'zebra', 5_100)
    // However busy the machine is that this runs on, a stretch takes no time.
    vi.useFakeTimers({ toFake: ['performance'] })
  })
  afterAll(() => void vi.useRealTimers())
  const page = (cursor?: string) =>
    listMessages(product.a.owner, { inboxId, search: 'zebra', limit: 50, ...(cursor && { cursor }) })

  it('looks behind ten thousand newer ones before it answers', async () => {
    const { items, nextCursor, lookedBackTo } = await page()
    expect(items.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 50 }, (_, n) => `n ${5_100 - n}`),
    )
    expect(nextCursor).not.toBeNull()
    expect(lookedBackTo).toBe(items.at(-1)!.receivedAt)
  })

  it('goes on from there, and says of a list alone nothing of how far it looked', async () => {
    const { items } = await page((await page()).nextCursor!)
    expect(items[0]!.subject).toBe('n 5050')
    expect((await listMessages(product.a.owner, { inboxId })).lookedBackTo).toBeNull()
  })
})

it('what only a neighbour has thousands of times is not visited, however many inboxes one has', async () => {
  await filled(product.b, 'many', 3_000, 'walrus', 3_000)
  await filled(product.a, 'few', 3, 'walrus', 3)
  const superuser = new pg.Client({ connectionString: product.database.superUrl })
  await superuser.connect()
  await tellInsidePlans(superuser)
  await superuser.end()
  expect(await lookedUp(product.a)).toEqual({ found: 3, visited: 3 })
  expect(await lookedUp(product.b)).toEqual({ found: 3_000, visited: 3_000 })
})

/** A word looked up in all that a tenant has: what is found, and how much the index brought up for it. */
async function lookedUp({ tenant }: Customer) {
  const client = new pg.Client({ connectionString: product.database.appUrl })
  const plan: string[] = []
  client.on('notice', ({ message }) => plan.push(message ?? ''))
  await client.connect()
  await client.query(`select set_config('app.tenant_id', $1, false)`, [tenant.id])
  const { rows } = await client.query('select id from search_words($1::tsquery, null, 5000)', [
    toQuery({ words: ['walrus'], without: [] }),
  ])
  await client.end()
  const [, visited] =
    /Index Scan on "MessageText_words".* rows=(\d+)\D/.exec(
      plan.join('\n').replaceAll(/\(cost[^)]*\)/g, ''),
    ) ?? []
  return { found: rows.length, visited: Number(visited) }
}
