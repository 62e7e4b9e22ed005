import { readdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { rawMail } from '@/lib/messages/testing/mail'
import { STRAY_MESSAGES } from '@/lib/messages/stray/bounds'
import { newTenant } from '@/lib/tenants/testing/new-tenant'
import { HELD_MESSAGES } from '@/lib/usage/held'
import { createWorkspace } from '@/lib/workspaces/create-workspace'
import { withClient } from '@/prisma/sql'
import { openDoor, type Door } from './door'
import { greet, talkTo } from './testing/client'

let product: TestProduct
let door: Door
beforeAll(async () => {
  Object.assign(process.env, { SMTP_PORT: '0', SMTP_RATE_PER_ADDRESS: '10000' })
  product = await startTestProduct()
  door = await openDoor()
  await sql(`create sequence failures`)
  await sql(`create table failing (tenant uuid, code text)`)
  // What the database refuses of a tenant's half, once: what a sequence has counted is not rolled back.
  await sql(`create function fail_once() returns trigger language plpgsql security definer as $$
    declare wanted text := (select code from failing where tenant = new."tenantId");
    begin
      if wanted is not null and nextval('failures') = 1 then raise exception 'once' using errcode = wanted; end if;
      return new;
    end $$`)
  await sql(`create trigger fail_once before insert on "Message" for each row execute function fail_once()`)
})
beforeEach(async () => {
  await sql('delete from failing')
  await sql('alter sequence failures restart')
})
afterAll(async () => {
  await door.close()
  await product.stop()
})

const sql = async <Row extends object>(text: string, ...values: unknown[]) =>
  product.database.ask<Row>(text, values)
const failOnce = ({ tenant }: Customer, code: string) =>
  sql('insert into failing values ($1, $2)', tenant.id, code)

const sendMail = (addresses: string[], raw: Buffer | Readable = rawMail()) =>
  createTransport({ host: '127.0.0.1', port: door.port, tls: { rejectUnauthorized: false } }).sendMail({
    envelope: { from: 'ada@sender.example', to: addresses },
    raw,
  })
const send = (...given: Parameters<typeof sendMail>) =>
  sendMail(...given)
    .then(({ response }) => response)
    .catch((error: Error & { response?: string }) => error.response ?? String(error))

/** How many messages each has, and how many objects there are of theirs. */
async function kept(...all: Customer[]) {
  const rows = await sql<{ tenantId: string }>('select "tenantId" from "Message"')
  const stored = readdirSync(process.env.STORAGE_FOLDER!, { recursive: true, withFileTypes: true })
  return all.map(({ tenant: { id } }) => [
    rows.filter(({ tenantId }) => tenantId === id).length,
    stored.filter((entry) => entry.isFile() && entry.parentPath.includes(id)).length,
  ])
}

/** Two of them, in the order that they are stored in. */
async function two(name: string) {
  const customers = [await newTenant(product, `${name}-1`), await newTenant(product, `${name}-2`)]
  const [first, second] = customers.toSorted((a, b) => (a.tenant.id < b.tenant.id ? -1 : 1)) as [
    Customer,
    Customer,
  ]
  const addresses = await Promise.all(
    [first, second].map(async ({ owner }) => (await openInbox(owner, { localPart: 'in' })).address),
  )
  return { first, second, addresses }
}

it('a message for two tenants that fails for the second is neither’s, and sent again it is each one’s once', async () => {
  const { first, second, addresses } = await two('half')
  await failOnce(second, 'raise_exception')
  expect(await send(addresses)).toMatch(/^451 4\.3\.0 /)
  expect(await kept(first, second)).toEqual([
    [0, 0],
    [0, 0],
  ])
  expect(await send(addresses)).toMatch(/^250 2\.0\.0 /)
  expect(await kept(first, second)).toEqual([
    [1, 1],
    [1, 1],
  ])
})

it('a deadlock in the second half is tried again for both, and the sender hears nothing of it', async () => {
  const { first, second, addresses } = await two('deadlock')
  await failOnce(second, 'deadlock_detected')
  expect(await send(addresses)).toMatch(/^250 2\.0\.0 /)
  expect(await kept(first, second)).toEqual([
    [1, 1],
    [1, 1],
  ])
})

it('messages for the same tenants at once, named crosswise, are all there', async () => {
  const { first, second, addresses } = await two('crosswise')
  const said = await Promise.all(
    Array.from({ length: 12 }, (_, n) => send(n % 2 ? addresses : addresses.toReversed())),
  )
  expect(said.filter((one) => !one.startsWith('250 '))).toEqual([])
  expect(await kept(first, second)).toEqual([
    [12, 12],
    [12, 12],
  ])
})

it('mail for one comes in while as much as can be for another waits for what somebody holds', async () => {
  const { first, second, addresses } = await two('turns')
  const [held, free] = addresses as [string, string]
  const usage = `select from "Usage" where "tenantId" = $1 and kind = 'storageBytes'`
  expect(await send([held])).toMatch(/^250 /)
  await withClient(product.database.superUrl, async (client) => {
    await client.query('begin')
    await client.query(`${usage} for update`, [first.tenant.id])
    const waits = Array.from({ length: 12 }, (_, n) => sendFrom(`127.0.1.${n + 1}`, held))
    const stuck = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(async () => (await sql(stuck)).length, { timeout: 10_000 }).toBeGreaterThan(3)
    expect(await send([free])).toMatch(/^250 /)
    expect(await kept(second)).toEqual([[1, 1]])
    await client.query('commit')
    for (const said of await Promise.all(waits)) expect(said).toMatch(/^250 /)
  })
  expect((await kept(first))[0]![0]).toBe(13)
})

/** A letter from a network of its own: each may ask and connect as often as any. */
async function sendFrom(network: string, to: string): Promise<string> {
  const client = await talkTo(door.port, network)
  await greet(client)
  await client.say(`RCPT TO:<${to}>`)
  await client.say('DATA')
  const said = await client.say('Subject: turns\r\n\r\nGood morning.\r\n.\r\n')
  client.close()
  return said
}

async function moveTo(slug: string, { tenant }: Customer) {
  await createWorkspace(product.admin, { slug, name: slug, environment: 'production' })
  await sql(
    `update "Tenant" set "workspaceId" = (select id from "Workspace" where slug = $1) where id = $2`,
    ...[slug, tenant.id],
  )
}

it('what the first would refuse is in its quarantine when the second takes it, in one go', async () => {
  const { first, second, addresses } = await two('refusing')
  const slug = 'refusing'
  await moveTo(slug, first)
  await sql(`update "Workspace" set "blockedSenders" = '{ada@sender.example}' where slug = $1`, slug)
  await failOnce(first, 'raise_exception')
  expect(await send(addresses)).toMatch(/^451 /)
  expect(await send(addresses)).toMatch(/^250 /)
  expect(await kept(first, second)).toEqual([
    [1, 1],
    [1, 1],
  ])
  const folder = 'select folder::text from "Message" where "tenantId" = $1'
  expect(await sql(folder, first.tenant.id)).toEqual([{ folder: 'quarantine' }])
  expect(await sql(folder, second.tenant.id)).toEqual([{ folder: 'inbox' }])
})

/** It has no room, and so many messages lie there without any. */
async function fill(slug: string, full: Customer, messages: number) {
  await moveTo(slug, full)
  await sql(`update "Workspace" set "storageBytes" = 1 where slug = $1`, slug)
  await hold(full, messages)
}
const hold = ({ tenant }: Customer, messages: number) =>
  sql(
    `insert into "RawMessage" ("tenantId", key, size, sha256, counted)
       select $1, gen_random_uuid()::text, 1, '', false from generate_series(1, $2)`,
    ...[tenant.id, messages],
  )

it('who can hold hardly more is asked on its own, and says no by itself', async () => {
  const { first, second, addresses } = await two('alone')
  const [full, other] = addresses as [string, string]
  await fill('alone', first, HELD_MESSAGES / 2)
  expect(await send(addresses)).toMatch(/^250 /)
  expect(await kept(first, second)).toEqual([
    [1, 1],
    [1, 1],
  ])
  const one = (await sendMail([other, full])) as { rejectedErrors?: { response: string }[] }
  expect(one).toMatchObject({ accepted: [other], response: expect.stringMatching(/^250 /) as string })
  expect(one.rejectedErrors?.map(({ response }) => response)).toEqual([
    expect.stringMatching(/^452 4\.5\.3 .*in a message of its own/),
  ])
  expect(await kept(first, second)).toEqual([
    [1, 1],
    [2, 2],
  ])
  await hold(first, HELD_MESSAGES / 2)
  expect(await send([full])).toMatch(/^452 4\.2\.2 /)
  expect(await kept(first)).toEqual([[1, 1]])
})

it('who can hold no more only once the message is under way: it is nobody’s, and comes to each on its own', async () => {
  const { first, second, addresses } = await two('meanwhile')
  await fill('meanwhile', first, 0)
  const raw = Readable.from(
    (async function* () {
      await hold(first, HELD_MESSAGES)
      yield rawMail()
    })(),
  )
  expect(await send(addresses, raw)).toMatch(/^452 4\.5\.3 .*in a message of its own/)
  expect(await kept(first, second)).toEqual([
    [0, 0],
    [0, 0],
  ])
  expect(await send(addresses.slice(1))).toMatch(/^250 /)
})

it('one address of two organisations gets one yes, also when a note of what was not kept fails', async () => {
  const { first, addresses } = await two('unnoted')
  await fill('unnoted', first, HELD_MESSAGES)
  await sql(
    `create trigger fail_once before insert on "MailRefusal" for each row execute function fail_once()`,
  )
  await failOnce(first, 'raise_exception')
  const abuse = addresses[0]!.replace('in@', 'abuse@')
  expect(await send([abuse])).toMatch(/^250 2\.0\.0 /)
  expect(await sql(`select last_value::int as tries from failures`)).toEqual([{ tries: 1 }])
  await sql(`drop trigger fail_once on "MailRefusal"`)
  expect(await kept(first)).toEqual([[0, 0]])
  expect(await sql('select recipient from "Message" where recipient = $1', abuse)).toHaveLength(1)
})

/** As if there were so much mail for nobody. */
const holdStray = (messages: number) =>
  sql(
    `insert into "StrayMail" (reason, recipient, "envelopeFrom", "fromHeader", subject, key, "deliveryId", size)
       select 'unknown_tag', 'x@y.dev', '', '', '', 'filled/' || id, id, 1
         from (select gen_random_uuid()::text as id from generate_series(1, $1)) s`,
    messages,
  )
const strayMail = async (recipient: string) => {
  const rows = await sql('select 1 from "StrayMail" where recipient = $1', recipient)
  const stored = readdirSync(process.env.STORAGE_FOLDER!, { recursive: true, withFileTypes: true })
  return [rows.length, stored.filter((one) => one.isFile() && one.parentPath.includes('/stray/')).length]
}
const tag = 'inbox+nobody@post.letterhead.dev'

it('a tag of the pooled address that nobody has is taken and kept for admins, alone and beside others', async () => {
  const { first, second, addresses } = await two('stray')
  expect(await send([tag])).toBe('250 2.0.0 stored as stray mail')
  expect(await send([...addresses, tag])).toMatch(/^250 2\.0\.0 /)
  expect(await strayMail(tag)).toEqual([2, 2])
  expect(await kept(first, second)).toEqual([
    [1, 1],
    [1, 1],
  ])
  const lists = [[tag], [tag, ...addresses], [...addresses.toReversed(), tag], addresses]
  const said = await Promise.all(lists.flatMap((to) => [send(to), send(to), send(to)]))
  expect(said.filter((one) => !one.startsWith('250 '))).toEqual([])
  expect(await strayMail(tag)).toEqual([11, 11])
  expect(await kept(first, second)).toEqual([
    [10, 10],
    [10, 10],
  ])
})

it('where hardly more stray mail can be kept, it is asked on its own, and says no by itself', async () => {
  const { first, addresses } = await two('hardly')
  await sql('delete from "StrayMail"')
  const [taker] = addresses as [string]
  await holdStray(STRAY_MESSAGES / 2 + 1)
  for (const to of [
    [taker, tag],
    [tag, tag.replace('nobody', 'nobody-else')],
  ]) {
    const one = (await sendMail(to)) as { rejectedErrors?: { response: string }[] }
    expect(one).toMatchObject({ accepted: to.slice(0, 1) })
    expect(one.rejectedErrors?.map(({ response }) => response)).toEqual([
      expect.stringMatching(/^452 4\.5\.3 .*in a message of its own/),
    ])
  }
  expect([(await strayMail(tag))[0], await kept(first)]).toEqual([1, [[1, 1]]])
  const before = await strayMail(tag)
  await holdStray(STRAY_MESSAGES / 2)
  for (let n = 0; n < 2; n++) expect(await send([tag])).toMatch(/^452 4\.3\.1 .*Nobody has this address/)
  expect(await strayMail(tag)).toEqual(before)
  expect(await sql(`select answer from "MailRefusal" where reason = 'tag_refused'`)).toEqual([
    { answer: expect.stringMatching(/^452 4\.3\.1 /) as string },
  ])
  expect(await sql('select 1 from "UnkeptMail"')).toEqual([])
  await sql('delete from "StrayMail"')
})

it('stray mail that is full only once the message is under way: it is nobody’s, and comes to each on its own', async () => {
  const { first, addresses } = await two('overfull')
  const to = [addresses[0]!, tag]
  const before = await strayMail(tag)
  const raw = Readable.from(
    (async function* () {
      await holdStray(STRAY_MESSAGES)
      yield rawMail()
    })(),
  )
  expect(await send(to, raw)).toMatch(/^452 4\.5\.3 .*in a message of its own/)
  expect([await kept(first), await strayMail(tag)]).toEqual([[[0, 0]], before])
  await sql('delete from "StrayMail"')
  expect(await send(to)).toMatch(/^250 /)
  expect(await kept(first)).toEqual([[1, 1]])
})
