import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchEvents } from '@/lib/audit/oversight/search-events'
import { showEvent } from '@/lib/audit/show-event'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { DAY } from '@/lib/kernel/clock'
import { disconnect, Prisma } from '@/lib/kernel/db/client'
import { closePool } from '@/lib/kernel/db/pool'
import { closeLocks } from '@/lib/kernel/lock'
import { mint } from '@/lib/kernel/mint'
import { asPlatform } from '@/lib/kernel/platform'
import { explained } from '@/lib/local/testing/bench/recorded-sql'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { until } from '@/lib/local/world/test/helpers'
import { moveTenant } from '@/lib/tenants/moves/move-tenant'
import { checkCounters } from '@/lib/usage/checking/platform'
import { standAt } from '@/lib/usage/testing/stand-at'
import { createWorkspace } from '@/lib/workspaces/create-workspace'
import { setPolicy } from '@/lib/workspaces/policy/set-policy'
import { withClient } from '@/prisma/sql'
import { moveMessages } from '../file/move-messages'
import { receiveMessage } from '../receive/receive-message'
import { incoming, rawMail } from '../testing/mail'
import { myRetention } from './my-retention'
import { previewRetention } from './preview-retention'
import { bounds, removalsOf } from './removals/platform'
import { retain } from './run/platform'
import { tenantsDue } from './tenants-due'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const ask = <R extends object>(sql: string, values: unknown[] = []) => product.database.ask<R>(sql, values)
const at = (time: string) => standAt(product.database, time)
const run = (pause?: () => Promise<unknown>) =>
  retain(product.platform.worker, pause ?? (() => Promise.resolve()))

let made = 0
/** A customer in a workspace of its own, with one inbox. */
async function customer(policy: Record<string, number | null> = {}) {
  const who = await product.newCustomer(`keeps-${++made}`)
  const workspace = `w-${who.tenant.slug}`
  const { policy: first } = await createWorkspace(product.admin, {
    slug: workspace,
    name: workspace,
    environment: 'production',
  })
  await moveTenant(product.admin, { tenant: who.tenant.slug, workspace })
  if (Object.keys(policy).length > 0)
    await setPolicy(product.admin, { workspace, version: first.version, policy })
  const inboxId = await newInbox(who)
  return { ...who, workspace, inboxId }
}
type Keeper = Awaited<ReturnType<typeof customer>>

/** Another one in the workspace of somebody. */
async function newCustomerIn(workspace: string): Promise<Keeper> {
  const who = await product.newCustomer(`keeps-${++made}`)
  await moveTenant(product.admin, { tenant: who.tenant.slug, workspace })
  return { ...who, workspace, inboxId: await newInbox(who) }
}
const ofInbox = ({ inboxId }: Keeper) => ask('select id from "Message" where "inboxId" = $1', [inboxId])

async function newInbox({ tenant }: Customer): Promise<string> {
  const [row] = await ask<{ id: string }>(
    `insert into "Inbox" ("tenantId", name, address, "createdBy") values ($1, 'agent', $2, 'Ada') returning id`,
    [tenant.id, `box-${++made}@${tenant.slug}.dev`],
  )
  return row!.id
}

interface Mail {
  folder?: 'inbox' | 'spam' | 'quarantine' | 'trash'
  received: string
  /** when it was put where it is; as it came unless said otherwise */
  filed?: string
  size?: number
  n?: number
  counted?: boolean
  /** more of the same raw message */
  also?: { inboxId: string; received: string }
}

/** Messages as they stand once they came in; each in a thread, with words, on a raw message of its own. */
const receive = ({ tenant, inboxId }: Keeper, mail: Mail) =>
  ask(
    `with n as (select generate_series(1, $7::int) as i),
     raw as (insert into "RawMessage" ("tenantId", key, size, sha256, counted)
             select $1::uuid, 'tenants/' || $1::text || '/' || uuidv7() || '.eml', $6::int, 'x', $8::boolean from n returning id),
     thread as (insert into "Thread" ("tenantId", "inboxId") values ($1::uuid, $2) returning id),
     into_inboxes as (select $2::uuid as inbox, $4::timestamptz as received
               union all select $9::uuid, $10::timestamptz where $9::uuid is not null),
     message as (
       insert into "Message" ("tenantId", "inboxId", "threadId", "rawId", "deliveryId", folder, "receivedAt", "filedAt", "envelopeFrom",
                              recipient, "fromName", "fromAddress", subject, snippet, people, size, attachments, verdicts, markers, reasons)
       select $1::uuid, i.inbox, thread.id, raw.id, uuidv7()::text, $3::"MessageFolder", i.received, coalesce($5::timestamptz, i.received), 'a@b.dev',
              'x@y.dev', 'Ada', 'a@b.dev', 'Hello', 'Hello', '{}', $6::int, '[]', '{}', '{}', '[]' from raw, thread, into_inboxes i returning id)
     insert into "MessageText" (id, "tenantId", words) select id, $1::uuid, to_tsvector('simple', 'hello') from message`,
    [
      ...[tenant.id, inboxId, mail.folder ?? 'inbox', mail.received, mail.filed ?? null, mail.size ?? 100],
      ...[mail.n ?? 1, mail.counted ?? true, mail.also?.inboxId ?? null, mail.also?.received ?? null],
    ],
  )

/** All that stands of a tenant's mail, and whether it agrees with itself. */
async function standing({ tenant }: Keeper) {
  const [row] = await ask<{
    messages: number
    used: number
    raws: number
    bytes: number
    words: number
    counted: number
    threads: number
    loose: number
  }>(
    `select (select count(*)::int from "Message" where "tenantId" = $1) as messages,
            (select count(*)::int from "MessageText" where "tenantId" = $1) as words,
            (select coalesce(sum(total), 0)::int from "InboxCount" where "tenantId" = $1) as counted,
            (select count(*)::int from "RawMessage" where "tenantId" = $1) as raws,
            (select coalesce(sum(size), 0)::int from "RawMessage" where "tenantId" = $1 and counted) as bytes,
            (select coalesce(max(used), 0)::int from "Usage" where "tenantId" = $1 and kind = 'storageBytes') as used,
            (select count(*)::int from "Thread" where "tenantId" = $1) as threads,
            (select count(*)::int from "RawMessage" r where "tenantId" = $1
                and not exists (select from "Message" m where m."rawId" = r.id)) as loose`,
    [tenant.id],
  )
  const { messages, words, counted, raws, bytes, used, threads, loose } = row!
  expect({ words, counted, used, loose }).toEqual({
    words: messages,
    counted: messages,
    used: bytes,
    loose: 0,
  })
  return { messages, raws, bytes, threads }
}
const removals = ({ tenant }: Keeper) =>
  ask<{ n: number }>(`select count(*)::int as n from "ObjectRemoval" where key like $1`, [
    `tenants/${tenant.id}/%`,
  ]).then(([row]) => row!.n)
/** How often a circle of waiting was broken up: connections tell what they know of it when they end, at the latest. */
const deadlocks = async () => {
  await Promise.all([disconnect(), closePool(), closeLocks()])
  await until(
    () =>
      ask(`select 1 from pg_stat_activity where datname = current_database() and usename = 'letterhead_app'`),
    (open) => open.length === 0,
  )
  const [row] = await ask<{ n: number }>(
    `select deadlocks::int as n from pg_stat_database where datname = current_database()`,
  )
  return row!.n
}
const told = async ({ tenant }: Keeper) => {
  const rows = await ask<{ id: string }>(
    `select id from "AuditEvent" where "tenantId" = $1 and action = 'messages.expired' order by id`,
    [tenant.id],
  )
  return rows.map(({ id }) => id)
}

describe('what a night deletes', () => {
  it.each<[string, Mail, boolean]>([
    ['one whose days are over', { received: '2026-11-13T23:59:59Z' }, true],
    ['one of the first moment that stays', { received: '2026-11-14T00:00:00Z' }, false],
    ['one that came late', { received: '2026-11-01T00:00:00Z', filed: '2026-11-14T00:00:00Z' }, false],
    [
      'one that came late, after its days',
      { received: '2026-11-01T00:00:00Z', filed: '2026-11-13T23:59:59Z' },
      true,
    ],
    ['spam after its days', { folder: 'spam', received: '2026-11-17T23:59:59Z' }, true],
    ['spam within them', { folder: 'spam', received: '2026-11-18T00:00:00Z' }, false],
    [
      'spam by when it came there',
      { folder: 'spam', received: '2026-11-16T00:00:00Z', filed: '2026-11-17T23:59:59Z' },
      true,
    ],
    [
      'old mail that was called spam just now',
      { folder: 'spam', received: '2025-01-01T00:00:00Z', filed: '2026-11-18T00:00:00Z' },
      false,
    ],
    ['quarantine as spam', { folder: 'quarantine', received: '2026-11-17T23:59:59Z' }, true],
    ['quarantine within those days', { folder: 'quarantine', received: '2026-11-18T00:00:00Z' }, false],
    [
      'trash by when it came there',
      { folder: 'trash', received: '2025-01-01T00:00:00Z', filed: '2026-11-18T23:59:59Z' },
      true,
    ],
    [
      'old mail that was thrown away just now',
      { folder: 'trash', received: '2025-01-01T00:00:00Z', filed: '2026-11-19T00:00:00Z' },
      false,
    ],
  ])('%s', async (_, mail, goes) => {
    const who = await customer({ inboxRetentionDays: 7, spamRetentionDays: 3, trashRetentionDays: 2 })
    await receive(who, mail)
    await at('2026-11-21T01:40:00Z')
    await run()
    expect((await standing(who)).messages).toBe(goes ? 0 : 1)
    expect(await removals(who)).toBe(goes ? 1 : 0)
  })

  it('is by the plan where the policy says nothing, or more than the plan', async () => {
    await at('2026-11-21T01:40:00Z')
    const keepers = [
      await customer(),
      await customer({ inboxRetentionDays: 400 }),
      await customer({ inboxRetentionDays: 40 }),
    ]
    for (const [i, plan] of (['free', 'free', 'pro'] as const).entries())
      await ask(`update "Tenant" set plan = $2::"Plan" where id = $1`, [keepers[i]!.tenant.id, plan])
    for (const who of keepers) await receive(who, { received: '2026-10-20T00:00:00Z' })
    await run()
    expect(await Promise.all(keepers.map(async (who) => (await standing(who)).messages))).toEqual([0, 0, 1])
  })

  it('is nothing where there is no limit, as on the highest plan', async () => {
    const who = await customer()
    await ask(`update "Tenant" set plan = 'enterprise' where id = $1`, [who.tenant.id])
    await receive(who, { received: '2001-01-01T00:00:00Z' })
    await at('2026-11-21T01:40:00Z')
    await run()
    expect((await standing(who)).messages).toBe(1)
  })

  it('is nothing that was moved to spam or trash within their days, however old it is', async () => {
    const who = await customer({ inboxRetentionDays: 60, spamRetentionDays: 7, trashRetentionDays: 7 })
    const [now, days] = [Date.now(), (n: number) => new Date(now + n * DAY).toISOString()]
    await receive(who, { received: days(-40), n: 2 })
    const rows = await ask<{ id: string }>(`select id from "Message" where "tenantId" = $1`, [who.tenant.id])
    const [spam, trash] = rows.map(({ id }) => [id])
    await moveMessages(who.owner, { ids: spam!, folder: 'spam' })
    await moveMessages(who.owner, { ids: trash!, folder: 'trash' })
    const left = []
    for (const day of [0, 1, 6, 9]) {
      await at(days(day))
      await run()
      left.push((await standing(who)).messages)
    }
    expect(left).toEqual([2, 2, 2, 0])
  })

  it('keeps spam no longer than the rest', async () => {
    const who = await customer({ inboxRetentionDays: 2 })
    await receive(who, { folder: 'spam', received: '2026-11-18T12:00:00Z' })
    await receive(who, { folder: 'trash', received: '2026-11-01T12:00:00Z', filed: '2026-11-18T12:00:00Z' })
    await at('2026-11-21T01:40:00Z')
    await run()
    expect((await standing(who)).messages).toBe(0)
  })

  it('gives storage back with the last message on it, to the byte, and not what never counted', async () => {
    const who = await customer({ inboxRetentionDays: 7 })
    const second = await newInbox(who)
    await receive(who, {
      received: '2026-11-10T00:00:00Z',
      size: 70,
      also: { inboxId: second, received: '2026-11-20T00:00:00Z' },
    })
    await receive(who, { received: '2026-11-10T00:00:00Z', size: 900 })
    await receive(who, { received: '2026-11-10T00:00:00Z', size: 5_000, counted: false })
    await at('2026-11-21T01:40:00Z')
    await run()
    expect(await standing(who)).toEqual({ messages: 1, raws: 1, bytes: 70, threads: 1 })
    const [event] = await told(who)
    expect(await showEvent(who.owner, { id: event! })).toMatchObject({
      text: 'Letterhead deleted, as their days were over, 3 messages',
      after: { night: '2026-11-21', inbox: 3, spam: 0, quarantine: 0, trash: 0, freed: 900 },
    })
    expect(await removals(who)).toBe(2)
    await at('2026-11-28T01:40:00Z')
    await run()
    expect(await standing(who)).toEqual({ messages: 0, raws: 0, bytes: 0, threads: 0 })
    expect(await checkCounters(product.platform.worker)).toBe(0)
  })
})

describe('a run', () => {
  it('that died in the middle goes on: nothing twice, nothing left, one event', async () => {
    const [one, two] = [await customer({ inboxRetentionDays: 7 }), await customer({ inboxRetentionDays: 7 })]
    await receive(one, { received: '2026-11-01T00:00:00Z', n: 1_700, size: 10 })
    await receive(two, { received: '2026-11-01T00:00:00Z', n: 30, size: 10 })
    await receive(one, { received: '2026-11-20T00:00:00Z', n: 5, size: 10 })
    await at('2026-11-21T01:40:00Z')
    for (const dies of [1, 2]) {
      let batches = 0
      const die = () => (++batches === dies ? Promise.reject(new Error('killed')) : Promise.resolve())
      await expect(run(die)).rejects.toThrow('killed')
      const { messages, raws } = await standing(one)
      expect(raws).toBe(messages)
      expect(await told(one)).toEqual([])
    }
    expect((await standing(one)).messages).toBeLessThan(1_705)
    await run()
    await run()
    expect(await standing(one)).toMatchObject({ messages: 5, raws: 5, bytes: 50 })
    expect(await standing(two)).toMatchObject({ messages: 0, raws: 0 })
    expect([await removals(one), await removals(two)]).toEqual([1_700, 30])
    const [event, another] = await told(one)
    expect(another).toBeUndefined()
    expect(await showEvent(one.owner, { id: event! })).toMatchObject({
      after: { inbox: 1_700, freed: 17_000 },
    })
  })

  it('serves workspaces in turn: a small one does not wait for a large one', async () => {
    const large = await customer({ inboxRetentionDays: 7 })
    const small = await customer({ inboxRetentionDays: 7 })
    await receive(large, { received: '2026-11-01T00:00:00Z', n: 1_600 })
    await receive(small, { received: '2026-11-01T00:00:00Z' })
    await at('2026-11-21T01:40:00Z')
    let batches = 0
    const smallGone: number[] = []
    await run(async () => {
      batches++
      if ((await standing(small)).messages === 0) smallGone.push(batches)
    })
    expect(smallGone[0]).toBeLessThanOrEqual(2)
    expect((await standing(large)).messages).toBe(0)
  })

  it('beside another takes nothing twice', async () => {
    const who = await customer({ inboxRetentionDays: 7 })
    await receive(who, { received: '2026-11-01T00:00:00Z', n: 600 })
    await at('2026-11-21T01:40:00Z')
    await Promise.all([run(), run(), run()])
    await run()
    expect(await standing(who)).toMatchObject({ messages: 0, raws: 0 })
    expect(await removals(who)).toBe(600)
  })

  it('passes over what somebody holds, and takes it the next time', async () => {
    const who = await customer({ inboxRetentionDays: 7 })
    await receive(who, { received: '2026-11-01T00:00:00Z', n: 3 })
    await at('2026-11-21T01:40:00Z')
    await withClient(product.database.superUrl, async (c) => {
      await c.query('begin')
      await c.query(
        `select 1 from "Message" where id = (select min(id::text)::uuid from "Message" where "tenantId" = $1) for update`,
        [who.tenant.id],
      )
      await run()
      await c.query('commit')
    })
    expect((await standing(who)).messages).toBe(1)
    await run()
    expect((await standing(who)).messages).toBe(0)
  })

  it('goes on with the rest of a batch in which somebody holds some', async () => {
    const who = await customer({ inboxRetentionDays: 7 })
    await receive(who, { received: '2026-11-01T00:00:00Z', n: 1_300 })
    await at('2026-11-21T01:40:00Z')
    await withClient(product.database.superUrl, async (c) => {
      await c.query('begin')
      // Of every batch some, whatever its order.
      await c.query(
        `select from (select id, row_number() over (order by id) as n from "Message" where "tenantId" = $1) m
           join "Message" using (id) where n % 10 = 0 for update of "Message"`,
        [who.tenant.id],
      )
      await run()
      await c.query('commit')
    })
    expect((await standing(who)).messages).toBe(130)
    await run()
    expect((await standing(who)).messages).toBe(0)
  })

  it('has its turn after whoever receives, and holds nothing that receiving goes on to', async () => {
    const who = await customer({ inboxRetentionDays: 7 })
    await receive(who, { received: '2026-11-01T00:00:00Z', n: 3 })
    await at('2026-11-21T01:40:00Z')
    await withClient(product.database.superUrl, async (c) => {
      await c.query(`begin; set local lock_timeout = '500ms'`)
      const values = [who.tenant.id]
      await c.query(`select from "Usage" where "tenantId" = $1 and kind = 'storageBytes' for update`, values)
      let rounds = 0
      const night = run(() => Promise.resolve(rounds++))
      await expect.poll(() => rounds, { interval: 20, timeout: 10_000 }).toBeGreaterThan(2)
      await c.query(`update "InboxCount" set total = total where "tenantId" = $1`, values)
      await c.query(`select from "Message" where "tenantId" = $1 for update`, values)
      await c.query('commit')
      await night
    })
    expect(await standing(who)).toMatchObject({ messages: 0, bytes: 0 })
  })

  it('goes on with others while somebody holds what is counted of one, and keeps nobody’s mail waiting', async () => {
    const a = await customer({ inboxRetentionDays: 7 })
    const b = await newCustomerIn(a.workspace)
    for (const who of [a, b]) await receive(who, { received: '2026-11-01T00:00:00Z', n: 3 })
    await at('2026-11-21T01:40:00Z')
    const { address } = await openInbox(a.owner, { localPart: 'in' })
    await withClient(product.database.superUrl, async (c) => {
      await c.query('begin')
      await c.query(`select from "Usage" where "tenantId" = $1 and kind = 'storageBytes' for update`, [
        b.tenant.id,
      ])
      const night = run()
      await expect.poll(async () => (await ofInbox(a)).length, { timeout: 10_000 }).toBe(0)
      const [came] = await receiveMessage(
        incoming(rawMail(), [address], { receivedAt: new Date('2026-11-20') }),
      )
      expect(came).toMatchObject({ outcome: 'stored' })
      expect(await ofInbox(b)).toHaveLength(3)
      await c.query('commit')
      await night
    })
    expect(await ofInbox(b)).toEqual([])
  })

  it('beside mail that comes in loses none of it, and nobody waits crosswise', async () => {
    const who = await customer({ inboxRetentionDays: 7 })
    const inboxes = await Promise.all(['one', 'two'].map((localPart) => openInbox(who.owner, { localPart })))
    const to = inboxes.map(({ address }) => address)
    await at('2026-11-21T01:40:00Z')
    // Mail of another day came then.
    await ask(`create function came_then() returns trigger language plpgsql as $$
      begin new."filedAt" := new."receivedAt"; return new; end $$`)
    await ask(`create trigger came_then before insert on "Message" for each row execute function came_then()`)
    const before = await deadlocks()
    let [isOver, came] = [false, 0]
    const mail = async (lane: number) => {
      for (let i = 0; i < 30; i++) {
        // All of one conversation, so that its rows come and go beside the messages; every third is to stay.
        const raw = rawMail({ References: `<talk-${lane}@sender.example>` }, 'x'.repeat(i))
        const receivedAt = new Date(i % 3 === 0 ? '2026-11-20T12:00:00Z' : '2026-11-01T12:00:00Z')
        const received = await receiveMessage(incoming(raw, to, { receivedAt }))
        came += received.filter(({ outcome }) => outcome === 'stored').length
      }
    }
    const nights = async () => {
      while (!isOver) await run(() => sleep(20))
    }
    await Promise.all([nights(), Promise.all([1, 2, 3, 4].map(mail)).finally(() => (isOver = true))])
    await run()
    expect(came).toBe(4 * 30 * 2)
    expect((await standing(who)).messages).toBe(4 * 10 * 2)
    expect(await deadlocks()).toBe(before)
    await ask('drop function came_then cascade')
  })

  it('drops notes of refused mail after a month', async () => {
    const who = await customer()
    const note = (time: string) =>
      ask(
        `insert into "MailRefusal" ("tenantId", recipient, "envelopeFrom", reason, answer, at) values ($1, 'a', 'b', 'virus', 'No.', $2)`,
        [who.tenant.id, time],
      )
    await note('2026-10-22T01:39:59Z')
    await note('2026-10-22T01:40:01Z')
    await at('2026-11-21T01:40:00Z')
    await run()
    expect(await ask(`select 1 from "MailRefusal" where "tenantId" = $1`, [who.tenant.id])).toHaveLength(1)
  })

  it('touches no neighbour whose mail is as old and whose days are more', async () => {
    const [short, long] = [
      await customer({ inboxRetentionDays: 3 }),
      await customer({ inboxRetentionDays: 20 }),
    ]
    for (const who of [short, long]) await receive(who, { received: '2026-11-10T00:00:00Z' })
    await at('2026-11-21T01:40:00Z')
    await run()
    expect([(await standing(short)).messages, (await standing(long)).messages]).toEqual([0, 1])
    expect([(await told(short)).length, (await told(long)).length]).toEqual([1, 0])
    const { items } = await searchEvents(product.admin, {
      action: 'messages.expired',
      tenant: short.tenant.slug,
    })
    expect(items).toHaveLength(1)
  })
})

describe('the preview', () => {
  const mixed = async () => {
    const who = await customer({ inboxRetentionDays: 7, spamRetentionDays: 3, trashRetentionDays: 2 })
    const second = await newInbox(who)
    await receive(who, { received: '2026-11-13T22:00:00Z', n: 4, size: 10 })
    // Falls due at midnight: tonight, though not yet.
    await receive(who, { received: '2026-11-14T15:00:00Z', n: 2, size: 10 })
    await receive(who, { received: '2026-11-15T00:00:00Z', n: 8, size: 10 })
    await receive(who, {
      received: '2026-11-13T00:00:00Z',
      size: 7,
      also: { inboxId: second, received: '2026-11-20T00:00:00Z' },
    })
    await receive(who, { folder: 'spam', received: '2026-11-15T00:00:00Z', n: 3, size: 10 })
    await receive(who, { folder: 'quarantine', received: '2026-11-15T00:00:00Z', size: 99, counted: false })
    await receive(who, {
      folder: 'trash',
      received: '2026-10-01T00:00:00Z',
      filed: '2026-11-15T00:00:00Z',
      size: 10,
    })
    return who
  }

  it('is what the run deletes, message for message and byte for byte', async () => {
    const who = await mixed()
    await at('2026-11-21T15:00:00Z')
    const {
      at: when,
      tonight,
      proposed,
    } = await previewRetention(product.admin, { workspace: who.workspace })
    expect(tonight).toEqual({
      messages: 12,
      folders: { inbox: 7, spam: 3, quarantine: 1, trash: 1 },
      freed: 100,
      ...{ more: false, rough: false },
      tenants: 1,
      most: [
        { slug: who.tenant.slug, name: who.tenant.name, messages: 12, freed: 100, more: false, rough: false },
      ],
    })
    expect(proposed).toBeNull()
    const { messages, folders, freed } = tonight
    expect(await myRetention(who.owner, {})).toEqual({
      at: when,
      days: { inbox: 7, spam: 3, trash: 2 },
      tonight: { messages, folders, freed, more: false, rough: false },
    })
    const before = await standing(who)
    await at(when)
    await run()
    const after = await standing(who)
    expect([before.messages - after.messages, before.bytes - after.bytes]).toEqual([messages, freed])
    const [event] = await told(who)
    expect(await showEvent(who.owner, { id: event! })).toMatchObject({ after: { ...folders, freed } })
    // The night after that: what fell due since.
    expect((await previewRetention(product.admin, { workspace: who.workspace })).tonight).toMatchObject({
      messages: 8,
      folders: { inbox: 8 },
    })
  })

  it('shows what proposed days would delete, and setting them deletes just that', async () => {
    const who = await mixed()
    await at('2026-11-21T15:00:00Z')
    const ask = (days: object) => previewRetention(product.admin, { workspace: who.workspace, ...days })
    const { proposed, at: when } = await ask({ inboxRetentionDays: 4 })
    expect(proposed).toMatchObject({ messages: 20, folders: { inbox: 15 } })
    // No wider than the plan, whatever is proposed.
    expect((await ask({ inboxRetentionDays: 3_000, spamRetentionDays: 3_000 })).proposed).toMatchObject({
      folders: { inbox: 0, spam: 0, trash: 1 },
    })
    await setPolicy(product.admin, {
      workspace: who.workspace,
      version: 2,
      policy: { inboxRetentionDays: 4 },
    })
    expect((await ask({})).tonight).toEqual(proposed)
    const before = await standing(who)
    await at(when)
    await run()
    expect(before.messages - (await standing(who)).messages).toBe(20)
  })

  it('names the ten tenants with most, and counts all of them', async () => {
    const first = await customer({ inboxRetentionDays: 7 })
    for (let i = 1; i <= 11; i++) {
      const who = await product.newCustomer(`${first.tenant.slug}-${String(i).padStart(2, '0')}`)
      await moveTenant(product.admin, { tenant: who.tenant.slug, workspace: first.workspace })
      const keeper = { ...who, workspace: first.workspace, inboxId: await newInbox(who) }
      await receive(keeper, { received: '2026-11-01T00:00:00Z', n: i })
    }
    await at('2026-11-21T15:00:00Z')
    const { tonight } = await previewRetention(product.admin, { workspace: first.workspace })
    expect(tonight).toMatchObject({ tenants: 11, messages: 66 })
    expect(tonight.most.map(({ messages }) => messages)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
  })

  describe('of more than anybody waits for', () => {
    const day = new Date('2026-11-21T00:00:00Z')
    const of = ({ tenant }: Keeper) => Prisma.sql`t.id = ${tenant.id}::uuid`
    const bounded = (who: Keeper, some: Partial<typeof bounds>) =>
      removalsOf(day, of(who), {}, { ...bounds, ...some })
    const many = async () => {
      const who = await customer({ inboxRetentionDays: 7 })
      await receive(who, { received: '2026-11-01T00:00:00Z', n: 30, size: 10 })
      await receive(who, { folder: 'spam', received: '2026-11-01T00:00:00Z', n: 5, size: 10 })
      return who
    }

    it('ends counting at its bound and says so', async () => {
      const who = await many()
      expect(await bounded(who, { counted: 20 })).toMatchObject({
        ...{ messages: 25, folders: { inbox: 20, spam: 5 }, more: true, tenants: 1 },
      })
      expect(await bounded(who, { counted: 30 })).toMatchObject({ messages: 35, more: false, rough: false })
    })

    it('reckons storage by a part of it', async () => {
      const who = await many()
      expect(await bounded(who, { weighed: 10 })).toMatchObject({
        ...{ messages: 35, more: false, freed: 350, rough: true },
      })
    })

    it('answers with what it has when its time is over', async () => {
      const who = await many()
      expect(await bounded(who, { patience: -1 })).toMatchObject({ messages: 0, more: true, tenants: 1 })
    })

    it('sees who is due by the oldest message of each folder, however many there are', async () => {
      const who = await many()
      await receive(who, { received: '2026-11-01T00:00:00Z', n: 500, size: 10 })
      await ask('vacuum (analyze) "Message"')
      const client = new pg.Client({ connectionString: product.database.appUrl })
      await client.connect()
      const [plan = ''] = await explained(client, () => asPlatform((tx) => tenantsDue(tx, day, of(who))))
      await client.end()
      const scans = [...plan.matchAll(/on "Message" .*actual time=\S+ rows=([\d.]+)/g)]
      expect(scans).not.toEqual([])
      for (const [scan, rows] of scans) expect.soft(Number(rows), scan).toBeLessThanOrEqual(1)
    })
  })

  it('of a tenant says nothing of its neighbours', async () => {
    const [one, two] = [await customer({ inboxRetentionDays: 7 }), await customer({ inboxRetentionDays: 7 })]
    await receive(one, { received: '2026-11-01T00:00:00Z', n: 2 })
    await at('2026-11-21T15:00:00Z')
    expect((await myRetention(two.owner, {})).tonight.messages).toBe(0)
    expect((await myRetention(one.owner, {})).tonight.messages).toBe(2)
  })

  it('is for admins', async () => {
    const ask = (caller: typeof product.support) => previewRetention(caller, { workspace: 'default' })
    await expect(ask(product.support)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(ask(product.admin)).resolves.toMatchObject({ proposed: null })
    await expect(previewRetention(product.admin, { workspace: 'nowhere' })).rejects.toMatchObject({
      code: 'not_found',
    })
    const nobody = mint.nobody()
    await expect(myRetention(nobody, {})).rejects.toMatchObject({ code: 'not_signed_in' })
  })
})
