import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { storage } from '@/lib/gateways/storage'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { suspendInbox } from '@/lib/inboxes/suspend-inbox'
import { asTenant } from '@/lib/kernel/db/tenant'
import { liveFeed, type Change } from '@/lib/kernel/live'
import {
  PLATFORM_DOMAIN,
  startTestProduct,
  type Customer,
  type TestProduct,
} from '@/lib/local/testing/product'
import { until } from '@/lib/local/world/test/helpers'
import { newTenant } from '@/lib/tenants/testing/new-tenant'
import { createWorkspace } from '@/lib/workspaces/create-workspace'
import { withClient } from '@/prisma/sql'
import { removeObjects } from '../objects/platform'
import { incoming, rawMail } from '../testing/mail'
import { receiveMessage } from './receive-message'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const open = ({ owner }: Customer, localPart: string) => openInbox(owner, { localPart })
const messagesOf = ({ owner }: Customer, inboxId: string) =>
  asTenant(owner, (tx) =>
    tx.message.findMany({
      where: { tenantId: owner.tenantId, inboxId },
      include: { raw: true },
      orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    }),
  )
const sql = <Row extends object>(text: string, ...values: unknown[]) =>
  product.database.ask<Row>(text, values)
/** Whether a connection stands like this, in the words of PostgreSQL. */
const stands = (how: string) =>
  until(
    () => sql(`select 1 from pg_stat_activity where datname = current_database() and ${how}`),
    (rows) => rows.length > 0,
  )
const usedBy = async (who: Customer) =>
  Number(
    (
      await sql<{ used: string }>(
        `select used from "Usage" where "tenantId" = $1 and kind = 'storageBytes'`,
        who.tenant.id,
      )
    )[0]?.used ?? 0,
  )
const objects = () =>
  readdirSync(process.env.STORAGE_FOLDER!, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? join(entry.parentPath, entry.name) : [],
  )
/** A tenant with so many bytes of storage. */
async function withRoom(slug: string, storageBytes: number): Promise<Customer> {
  await createWorkspace(product.admin, { slug, name: slug, environment: 'production' })
  await sql('update "Workspace" set "storageBytes" = $1 where slug = $2', storageBytes, slug)
  return newTenant(product, slug, { workspace: slug })
}

describe('a message', () => {
  it('is stored once for a tenant, in each of its inboxes, whole', async () => {
    const { a } = product
    const [one, two] = [await open(a, 'one'), await open(a, 'two')]
    const raw = rawMail({ To: `${one.address}, ${two.address}` })
    const before = await usedBy(a)
    const received = await receiveMessage(
      incoming(raw, [one.address, two.address.toUpperCase(), `one+tag@${one.address.split('@')[1]}`]),
    )
    expect(received.map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'stored'])
    const [mine, [second]] = [await messagesOf(a, one.id), await messagesOf(a, two.id)]
    expect(mine).toHaveLength(1)
    expect(mine[0]).toMatchObject({
      ...{
        folder: 'inbox',
        subject: 'Good morning',
        fromAddress: 'ada@sender.example',
        snippet: 'Good morning.',
      },
      verdicts: { spf: { result: 'unknown' } },
    })
    expect(mine[0]!.rawId).toBe(second!.rawId)
    expect(mine[0]!.raw.key).toMatch(
      new RegExp(`^tenants/${a.tenant.id}/\\d{4}-\\d\\d-\\d\\d/[0-9a-f-]{36}\\.eml$`),
    )
    expect(await buffer(await storage().open(mine[0]!.raw.key))).toEqual(raw)
    expect((await usedBy(a)) - before).toBe(raw.length)
  })

  it('for two tenants is one of each, and neither sees the other’s', async () => {
    const { a, b } = product
    const [mine, theirs] = [await open(a, 'both'), await open(b, 'both')]
    await receiveMessage(incoming(rawMail(), [mine.address, theirs.address]))
    const [[one], [two]] = [await messagesOf(a, mine.id), await messagesOf(b, theirs.id)]
    expect(one!.rawId).not.toBe(two!.rawId)
    expect(await messagesOf(b, mine.id)).toEqual([])
  })

  it('is told to open pages once it is there', async () => {
    const inbox = await open(product.a, 'live')
    const heard = new Promise<Change>((resolve) =>
      liveFeed().on('change', (c) => c.id === inbox.id && c.noun === 'messages' && resolve(c)),
    )
    await stands(`query = 'listen letterhead_live' and state = 'idle'`)
    await receiveMessage(incoming(rawMail(), [inbox.address]))
    expect(await heard).toMatchObject({ tenantId: product.a.tenant.id, noun: 'messages' })
  })

  it('of the same delivery comes once, ten times at once and again later', async () => {
    const inbox = await open(product.a, 'again')
    const mail = incoming(rawMail(), [inbox.address], { by: 'ses', deliveryId: 'ses-1' })
    const before = objects().length
    const all = await Promise.all(Array.from({ length: 10 }, () => receiveMessage(mail)))
    all.push(await receiveMessage(mail))
    expect(new Set(all.map(([one]) => one!.id)).size).toBe(1)
    expect(await messagesOf(product.a, inbox.id)).toHaveLength(1)
    expect(objects().length - before).toBe(1)
  })

  it('is found by its words, and only in its own inbox', async () => {
    const [here, there] = [await open(product.a, 'here'), await open(product.a, 'there')]
    await receiveMessage(
      incoming(rawMail({ From: 'Zoë Ångström <zoe@mail.north.example>' }, 'The quarterly Überblick.'), [
        here.address,
        there.address,
      ]),
    )
    const found = (query: string) =>
      asTenant(
        product.a.owner,
        (tx) => tx.$queryRaw<unknown[]>`select id from search_words(${query}::tsquery, null, 10)`,
      )
    for (const query of [
      'quarterly',
      'uberblick',
      "'from:zoe'",
      "'from:north.example'",
      "'from:zoe@mail.north.example'",
      "'subject:good'",
      "'from:angstrom'",
    ])
      expect(await found(`${query} & 'inbox:${here.id}'`), query).toHaveLength(1)
    for (const query of ["'subject:quarterly'", "'to:zoe'", "'file:yes'"])
      expect(await found(`${query} & 'inbox:${here.id}'`), query).toHaveLength(0)
  })

  it('of nothing at all is stored all the same', async () => {
    const inbox = await open(product.a, 'nothing')
    await receiveMessage(incoming(Buffer.alloc(0), [inbox.address], { envelopeFrom: '' }))
    await receiveMessage(
      incoming(Buffer.from('\0\ud800\r\n\r\n\0'), [inbox.address], { envelopeFrom: 'X@Y.example' }),
    )
    expect((await messagesOf(product.a, inbox.id)).map((m) => [m.subject, m.fromAddress])).toEqual([
      ['', ''],
      ['', 'x@y.example'],
    ])
  })

  it('with an id and senders of three bytes a letter is stored: no index has to take more than it can', async () => {
    const inbox = await open(product.a, 'long-letters')
    const long = (n: number) => Array.from({ length: n }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')
    const raw = rawMail({
      From: `<${long(900)}@sender.example>`,
      'Message-ID': `<${long(900)}@sender.example>`,
    })
    const mail = incoming(raw, [inbox.address, `${long(900)}@elsewhere.example`], {
      ...{ by: 'ses', envelopeFrom: `${long(900)}@sender.example` },
    })
    expect((await receiveMessage(mail)).map(({ outcome }) => outcome)).toEqual(['stored', 'stray'])
    const [message] = await messagesOf(product.a, inbox.id)
    for (const text of [message!.fromAddress, message!.envelopeFrom])
      expect(long(900).startsWith(text.replace(/…$/, '')) && Buffer.byteLength(text) <= 320).toBe(true)
    expect(message!.messageId).toBeNull()
    const fits = `${long(300)}@x`
    await receiveMessage(incoming(rawMail({ 'Message-ID': `<${fits}>` }), [inbox.address]))
    expect((await messagesOf(product.a, inbox.id))[1]).toMatchObject({ messageId: fits })
  })

  it('for many inboxes is looked at once, however large it is', async () => {
    const { a } = product
    const inboxes = await Promise.all(Array.from({ length: 8 }, (_, i) => open(a, `large-${i}`)))
    const hidden = '<i style=display:none>ab cd</i>e'.repeat(30_000)
    const raw = rawMail({ 'Content-Type': 'text/html' }, hidden)
    const see = vi.spyOn(await import('../decide/see'), 'see')
    const addresses = inboxes.map(({ address }) => address)
    expect(await receiveMessage(incoming(raw, addresses))).toHaveLength(8)
    expect(see).toHaveBeenCalledTimes(1)
  })
})

describe('what nothing stands on any more goes, whoever deletes the last', () => {
  /** Deletes them at the same time: neither sees what the other has done until it is through. */
  const deleteAtOnce = (one: string, two: string) =>
    withClient(product.database.superUrl, (first) =>
      withClient(product.database.superUrl, async (second) => {
        for (const client of [first, second]) await client.query('begin')
        const gone = 'delete from "Message" where id = $1'
        await first.query(gone, [one])
        const waiting = second.query(gone, [two])
        await Promise.race([waiting, stands(`wait_event_type = 'Lock'`)])
        await first.query('commit')
        await waiting
        await second.query('commit')
      }),
    )

  it('a raw message of two inboxes, with its object', async () => {
    const { a } = product
    const [one, two] = [await open(a, 'last-one'), await open(a, 'last-two')]
    await receiveMessage(incoming(rawMail(), [one.address, two.address]))
    const [[mine], [theirs]] = [await messagesOf(a, one.id), await messagesOf(a, two.id)]
    await deleteAtOnce(mine!.id, theirs!.id)
    expect(await sql('select 1 from "RawMessage" where id = $1', mine!.rawId)).toEqual([])
    expect(await sql('select 1 from "ObjectRemoval" where key = $1', mine!.raw.key)).toHaveLength(1)
    await removeObjects()
  })

  it('a thread of two folders', async () => {
    const [inbox, other] = [await open(product.a, 'last-thread'), await open(product.a, 'keeps-raws')]
    for (let i = 0; i < 2; i++)
      await receiveMessage(incoming(rawMail({ References: '<last@x>' }), [inbox.address, other.address]))
    const [first, second] = await messagesOf(product.a, inbox.id)
    await sql(`update "Message" set folder = 'spam' where id = $1`, first!.id)
    await deleteAtOnce(first!.id, second!.id)
    expect(await sql('select 1 from "Thread" where id = $1', first!.threadId)).toEqual([])
  })
})

describe('a thread', () => {
  const threads = async (inboxId: string) =>
    (await messagesOf(product.a, inboxId)).map(({ threadId }) => threadId)
  const ses = '0100018f2b7c1a2d-0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9-000000'

  it('is what refers to each other, in whatever order it comes, and not what merely looks alike', async () => {
    const inbox = await open(product.a, 'thread')
    const send = (fields: Record<string, string>) =>
      receiveMessage(incoming(rawMail(fields), [inbox.address]))
    await send({ 'Message-ID': '<3@x>', 'In-Reply-To': '<2@x>', References: '<1@x> <2@x>' })
    await send({ 'Message-ID': '<1@x>' })
    await send({ 'Message-ID': '<2@X>', 'In-Reply-To': '<1@x>' })
    await send({ 'Message-ID': '<other@x>' })
    const [third, first, second, other] = await threads(inbox.id)
    expect([first, second]).toEqual([third, third])
    expect(other).not.toBe(first)
  })

  it('knows our own ids in both forms', async () => {
    const inbox = await open(product.a, 'ours')
    await receiveMessage(
      incoming(rawMail({ 'In-Reply-To': `<${ses}@email.amazonses.com>` }), [inbox.address]),
    )
    await receiveMessage(
      incoming(rawMail({ References: `<${ses}@eu-west-1.amazonses.com>` }), [inbox.address]),
    )
    expect(new Set(await threads(inbox.id)).size).toBe(1)
  })

  it('is one, also of twenty answers that come at once', async () => {
    const inbox = await open(product.a, 'at-once')
    await Promise.all(
      Array.from({ length: 20 }, () =>
        receiveMessage(incoming(rawMail({ References: '<root@x>' }), [inbox.address])),
      ),
    )
    expect(await threads(inbox.id)).toHaveLength(20)
    expect(new Set(await threads(inbox.id)).size).toBe(1)
    const rows = await sql('select 1 from "Thread" where "inboxId" = $1', inbox.id)
    expect(rows).toHaveLength(1)
  })

  it('never leaves its inbox', async () => {
    const [here, there] = [await open(product.a, 'thread-here'), await open(product.a, 'thread-there')]
    await receiveMessage(incoming(rawMail({ 'Message-ID': '<shared@x>' }), [here.address, there.address]))
    expect((await threads(here.id))[0]).not.toBe((await threads(there.id))[0])
  })
})

describe('when there is no room', () => {
  it('the sender is told to come again, and nothing is kept; behind the mail network it is held', async () => {
    const who = await withRoom('full', 1_000)
    const inbox = await open(who, 'in')
    const raw = rawMail({}, 'x'.repeat(2_000))
    const before = objects().length
    const [refused] = await receiveMessage(incoming(raw, [inbox.address]))
    expect(refused).toMatchObject({
      outcome: 'refused',
      refusal: { code: 452, enhanced: '4.2.2', reason: 'storage_full' },
    })
    expect(objects().length).toBe(before)
    expect(await sql('select reason, answer from "MailRefusal" where "inboxId" = $1', inbox.id)).toEqual([
      { reason: 'storage_full', answer: expect.stringMatching(/^452 4\.2\.2 /) },
    ])
    const [held] = await receiveMessage(incoming(raw, [inbox.address], { by: 'ses' }))
    expect(held).toMatchObject({ outcome: 'quarantined' })
    const [message] = await messagesOf(who, inbox.id)
    expect(message).toMatchObject({
      folder: 'quarantine',
      raw: { counted: false },
      reasons: [{ code: 'storage_full' }],
    })
    expect(await usedBy(who)).toBe(0)
    // The allowed twin.
    expect(await receiveMessage(incoming(rawMail(), [inbox.address]))).toMatchObject([{ outcome: 'stored' }])
  })

  it('of many at once exactly as many come in as fit', async () => {
    const raw = rawMail({ 'Message-ID': '<same@x>' })
    const who = await withRoom('tight', raw.length * 5 + 10)
    const inbox = await open(who, 'in')
    const all = await Promise.all(
      Array.from({ length: 12 }, () => receiveMessage(incoming(raw, [inbox.address]))),
    )
    expect(all.filter(([one]) => one!.outcome === 'stored')).toHaveLength(5)
    expect(await usedBy(who)).toBe(raw.length * 5)
  })

  it('whoever takes it has it, and for the others it lies in quarantine', async () => {
    const [full, free] = [await withRoom('mixed', 10), product.b]
    const [one, two] = [await open(full, 'in'), await open(free, 'mixed')]
    const received = await receiveMessage(incoming(rawMail(), [one.address, two.address]))
    expect(received.map(({ outcome }) => outcome)).toEqual(['quarantined', 'stored'])
    expect(await messagesOf(full, one.id)).toMatchObject([{ folder: 'quarantine' }])
    expect(await sql('select 1 from "MailRefusal" where "inboxId" = $1', one.id)).toEqual([])
  })
})

describe('an inbox that is suspended', () => {
  it('refuses for the time being, and quarantines what the mail network took', async () => {
    const { a } = product
    const inbox = await open(a, 'paused')
    await suspendInbox(a.owner, { id: inbox.id, reason: 'Holidays' })
    expect(await receiveMessage(incoming(rawMail(), [inbox.address]))).toMatchObject([
      { outcome: 'refused', refusal: { code: 450 } },
    ])
    expect(await receiveMessage(incoming(rawMail(), [inbox.address], { by: 'ses' }))).toMatchObject([
      { outcome: 'quarantined' },
    ])
    expect(await messagesOf(a, inbox.id)).toMatchObject([
      { folder: 'quarantine', reasons: [{ code: 'inbox_suspended' }] },
    ])
  })
})

describe('mail for nobody', () => {
  const nobody = `nobody@mnexa.${PLATFORM_DOMAIN}`
  const strays = (deliveryId: string) =>
    sql<{ key: string; recipient: string; reason: string }>(
      'select * from "StrayMail" where "deliveryId" = $1',
      deliveryId,
    )

  const strayObjects = () => objects().filter((path) => path.includes('/stray/'))

  it('is refused at the door, and kept for admins behind the mail network, once', async () => {
    const before = strayObjects().length
    expect(await receiveMessage(incoming(rawMail(), [nobody]))).toEqual([
      { recipient: nobody, outcome: 'refused' },
    ])
    const raw = rawMail()
    const mail = incoming(raw, [nobody, `inbox+nobodys-tag@${PLATFORM_DOMAIN}`, 'x@elsewhere.example'], {
      by: 'ses',
    })
    for (let i = 0; i < 2; i++)
      expect((await receiveMessage(mail)).map(({ outcome }) => outcome)).toEqual(['stray', 'stray', 'stray'])
    const kept = await strays(mail.deliveryId)
    expect(kept.map(({ reason }) => reason).sort()).toEqual([
      'unknown_recipient',
      'unknown_recipient',
      'unknown_tag',
    ])
    for (const { key } of kept) expect(await buffer(await storage().open(key))).toEqual(raw)
    expect(strayObjects().length - before).toBe(3)
  })

  it('with an unknown tag is kept for admins at the door as well, and whoever refuses it beside them has it in quarantine', async () => {
    const tag = `inbox+nobodys-other@${PLATFORM_DOMAIN}`
    const inbox = await open(product.a, 'beside-tag')
    await suspendInbox(product.a.owner, { id: inbox.id, reason: 'Holidays' })
    const raw = rawMail()
    const mail = incoming(raw, [inbox.address, tag.toUpperCase(), nobody])
    expect((await receiveMessage(mail)).map(({ outcome }) => outcome)).toEqual([
      ...['quarantined', 'stray', 'stray'],
    ])
    const kept = await strays(mail.deliveryId)
    expect(kept.map(({ recipient }) => recipient).toSorted()).toEqual([tag, nobody].toSorted())
    for (const { key } of kept) expect(await buffer(await storage().open(key))).toEqual(raw)
    expect(await receiveMessage(incoming(raw, [`inbox@${PLATFORM_DOMAIN}`]))).toMatchObject([
      { outcome: 'stray' },
    ])
  })

  it('that cannot be kept beside somebody who takes it is neither’s, and comes again', async () => {
    const { id, address } = await open(product.a, 'beside-nobody')
    const both = [address, nobody]
    const before = objects().length
    await sql('alter table "StrayMail" rename to "Away"')
    try {
      await expect(receiveMessage(incoming(rawMail(), both))).rejects.toThrow()
      expect(await messagesOf(product.a, id)).toEqual([])
      expect(objects().length).toBe(before)
      await expect(receiveMessage(incoming(rawMail(), both, { by: 'ses' }))).rejects.toThrow()
    } finally {
      await sql('alter table "Away" rename to "StrayMail"')
    }
  })
})

describe('refusals are written down', () => {
  it('a thousand a day and no more', async () => {
    const inbox = await open(product.b, 'flood')
    await suspendInbox(product.b.owner, { id: inbox.id, reason: 'Flood' })
    await sql(
      `insert into "MailRefusal" ("tenantId", recipient, "envelopeFrom", reason, answer)
               select $1::uuid, 'r', 'e', 'blocked_sender', 'a' from generate_series(1, 999)`,
      product.b.tenant.id,
    )
    for (let i = 0; i < 3; i++) await receiveMessage(incoming(rawMail(), [inbox.address]))
    expect(await sql('select 1 from "MailRefusal" where "tenantId" = $1', product.b.tenant.id)).toHaveLength(
      1_000,
    )
  })

  it('whatever was dropped that day', async () => {
    const inbox = await open(product.a, 'beside-dropped')
    await suspendInbox(product.a.owner, { id: inbox.id, reason: 'Flood' })
    await sql(
      `insert into "MailRefusal" ("tenantId", recipient, "envelopeFrom", reason, answer)
               select $1::uuid, 'r', 'e', 'hold_full', 'a' from generate_series(1, 1000)`,
      product.a.tenant.id,
    )
    await receiveMessage(incoming(rawMail(), [inbox.address]))
    expect(await sql('select reason from "MailRefusal" where "inboxId" = $1', inbox.id)).toEqual([
      { reason: 'inbox_suspended' },
    ])
  })
})

describe('objects', () => {
  it('go after their rows are gone', async () => {
    const inbox = await open(product.a, 'removed')
    const raw = rawMail()
    await receiveMessage(incoming(raw, [inbox.address]))
    const [message] = await messagesOf(product.a, inbox.id)
    await removeObjects()
    const kept = await buffer(await storage().open(message!.raw.key))
    expect(kept.subarray(-raw.length)).toEqual(raw)
    await sql('delete from "Message" where id = $1', message!.id)
    expect(await removeObjects()).toBe(1)
    await expect(storage().open(message!.raw.key)).rejects.toThrow(/ENOENT/)
    expect(await sql('select 1 from "ObjectRemoval"')).toEqual([])
  })
})
