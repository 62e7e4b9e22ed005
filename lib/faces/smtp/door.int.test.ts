import { buffer } from 'node:stream/consumers'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storage } from '@/lib/gateways/storage'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { suspendInbox } from '@/lib/inboxes/suspend-inbox'
import { asTenant } from '@/lib/kernel/db/tenant'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { rawMail } from '@/lib/messages/testing/mail'
import { openDoor, type Door } from './door'
import { greet, talkTo } from './testing/client'

let product: TestProduct
let door: Door
beforeAll(async () => {
  Object.assign(process.env, { SMTP_PORT: '0', SMTP_RATE_PER_ADDRESS: '10000' })
  product = await startTestProduct()
  door = await openDoor()
})
afterAll(async () => {
  await door.close()
  await product.stop()
})

const inbox = (localPart: string) => openInbox(product.a.owner, { localPart })
const stored = (inboxId: string) =>
  asTenant(product.a.owner, (tx) =>
    tx.message.findMany({ where: { tenantId: product.a.tenant.id, inboxId }, include: { raw: true } }),
  )

const refused = (inboxId: string) =>
  asTenant(product.a.owner, (tx) =>
    tx.mailRefusal.findMany({
      where: { tenantId: product.a.tenant.id, inboxId },
      select: { recipient: true, answer: true },
    }),
  )

const session = () => talkTo(door.port)

async function greeted(from?: string) {
  const client = await session()
  await greet(client, from)
  return client
}

describe('a message', () => {
  it('is there, whole and with our trace, once the answer is yes', async () => {
    const { id, address } = await inbox('door')
    const raw = rawMail({ To: address })
    const transport = createTransport({
      host: '127.0.0.1',
      port: door.port,
      tls: { rejectUnauthorized: false },
    })
    const { response } = await transport.sendMail({
      envelope: { from: 'ada@sender.example', to: address },
      raw,
    })
    expect(response).toMatch(/^250 2\.0\.0 stored as [0-9a-f-]{36}$/)
    const [message] = await stored(id)
    expect(response).toContain(message!.id)
    const kept = await buffer(await storage().open(message!.raw.key))
    expect(kept.toString()).toMatch(
      /^Received: from .* \(\[127\.0\.0\.1\]\)\r\n\tby localhost with ESMTPS id .* for <door@/,
    )
    expect(kept.subarray(-raw.length)).toEqual(raw)
    expect(message!.verdicts).toMatchObject({ dkim: { result: 'none', says: 'It is not signed.' } })
  })
})

const UNCHECKED = 'Its head is written so that nobody can check it.'

describe('the signatures of a head', () => {
  it.each([
    ['ten thousand fields are looked for', 'X-Field: 4711\r\n'.repeat(10_000), 'It is not signed.'],
    ['300 kB are not looked for', `X-Field: ${'x'.repeat(900)}\r\n`.repeat(330), UNCHECKED],
  ])('of %s, and the message is there', async (_, fields, says) => {
    const { id, address } = await inbox(`head-${fields.length}`)
    const client = await greeted()
    await client.say(`RCPT TO:<${address}>`)
    await client.say('DATA')
    expect(await client.say(`Subject: head\r\n${fields}\r\nbody\r\n.\r\n`)).toMatch(/^250 /)
    client.close()
    expect(await stored(id)).toMatchObject([{ subject: 'head', verdicts: { dkim: { says } } }])
  })

  const signature = (more: string) =>
    `DKIM-Signature: v=1; a=rsa-sha256; d=bank.test; s=x; bh=A; h=from; ${more}\r\n`
  const blanks = ' '.repeat(100_000)
  const unchecked = UNCHECKED
  it.each([
    ['blanks within a signature', signature(`b=A${blanks}z`), unchecked],
    ['blanks within its list of fields', signature(`b=A; h=from${blanks}z`), unchecked],
    ['blanks within an ARC seal', `ARC-Seal: i=1; cv=none; b=A${blanks}z\r\n`, unchecked],
    ['lines of blanks', signature(`b=A${'\r\n\t'.repeat(30_000)}z`), unchecked],
    ['returns alone', signature(`b=A${'\r'.repeat(100_000)}z`), unchecked],
    ['dots in a domain', signature(`d=a${'.'.repeat(100_000)}z; b=A`), unchecked],
    ['blanks within a name', `X${blanks}y: z\r\n`, unchecked],
    ['lines that continue', `X: y\r\n${' y\r\n'.repeat(40_000)}`, unchecked],
    ['lines that are no fields', `X: y\r\n${'y\r\n'.repeat(50_000)}`, unchecked],
    ['a way of a thousand words', `Received: from ${'a '.repeat(100_000)}; x\r\n`, unchecked],
    [
      'a list of fields',
      `${'X: y\r\n'.repeat(10_000)}${signature(`b=A; h=${'y:'.repeat(80_000)}`)}`,
      unchecked,
    ],
    ['its name on a line of its own', `DKIM-Signature\r\n : b=A;${' a;'.repeat(12_000)}\r\n`, unchecked],
    // As much of it as is checked.
    ['runs of blanks', signature(`b=${`A${' '.repeat(190)}`.repeat(120)}`), /signature/],
    [
      'fields to list',
      `${'X: y\r\n'.repeat(11_000)}${signature(`b=A; h=${'y:'.repeat(11_000)}`)}`,
      /signature/,
    ],
  ])('that would take long do not: %s', async (name, fields, says) => {
    const { id, address } = await inbox(`costs-${name.replaceAll(/\W+/g, '-')}`)
    const client = await greeted()
    await client.say(`RCPT TO:<${address}>`)
    await client.say('DATA')
    const before = process.cpuUsage()
    expect(await client.say(`Subject: head\r\n${fields}\r\nbody\r\n.\r\n`)).toMatch(/^250 /)
    const { user, system } = process.cpuUsage(before)
    client.close()
    // Milliseconds: of the whole process, with all that storing takes.
    expect((user + system) / 1_000).toBeLessThan(3_000)
    const [message] = await stored(id)
    expect(message!.verdicts).toMatchObject({
      dkim: { says: says instanceof RegExp ? expect.stringMatching(says) : says },
    })
  })
})

describe('at the door', () => {
  it('nobody and elsewhere are refused, and the next recipient is asked all the same', async () => {
    const { address } = await inbox('rcpt')
    const client = await greeted()
    expect(await client.say(`RCPT TO:<nobody@${address.split('@')[1]}>`)).toMatch(/^550 5\.1\.1 /)
    expect(await client.say('RCPT TO:<somebody@elsewhere.example>')).toMatch(/^550 5\.7\.1 Relaying denied/)
    expect(await client.say('RCPT TO:<Postmaster>')).toMatch(/^250 /)
    expect(await client.say(`RCPT TO:<${address}>`)).toMatch(/^250 /)
    client.close()
  })

  it('a suspended inbox says to come again', async () => {
    const { id, address } = await inbox('suspended')
    await suspendInbox(product.a.owner, { id, reason: 'Testing' })
    const client = await greeted('')
    expect(await client.say(`RCPT TO:<${address}>`)).toMatch(/^450 4\.2\.1 /)
    client.close()
  })

  it('nobody signs in, and nobody greets with nonsense', async () => {
    const client = await session()
    expect(await client.say('EHLO mx.sender.example')).not.toMatch(/AUTH/)
    expect(await client.say('AUTH PLAIN AGEAYg==')).toMatch(/^5\d\d /)
    client.close()
    const rude = await session()
    await rude.say('EHLO <script>')
    expect(await rude.say('MAIL FROM:<>')).toMatch(/^501 5\.5\.4 /)
    rude.close()
  })

  it('a message that is announced too large is not let begin', async () => {
    const client = await session()
    const said = await client.say('EHLO mx.sender.example')
    expect(said).toMatch(/250[ -]SIZE 40000000/)
    expect(said).toMatch(/250-8BITMIME/)
    expect(said).toMatch(/250-SMTPUTF8/)
    expect(await client.say('MAIL FROM:<ada@sender.example> SIZE=40000001')).toMatch(/^552 /)
    client.close()
  })

  it('a message that goes in circles is stopped', async () => {
    const { id, address } = await inbox('loop')
    const client = await greeted()
    await client.say(`RCPT TO:<${address}>`)
    await client.say('DATA')
    const hops = 'Received: from a by b; Mon, 16 Nov 2026 09:00:00 +0000\r\n'.repeat(51)
    expect(await client.say(`${hops}Subject: round\r\n\r\nand round\r\n.\r\n`)).toMatch(/^554 5\.4\.6 /)
    expect(await stored(id)).toHaveLength(0)
    expect(await refused(id)).toEqual([
      { recipient: address, answer: expect.stringMatching(/^554 5\.4\.6 This message goes in circles/) },
    ])
    client.close()
  })

  it('a dot between bare line feeds ends nothing', async () => {
    const { id, address } = await inbox('smuggle')
    const client = await greeted()
    await client.say(`RCPT TO:<${address}>`)
    await client.say('DATA')
    const smuggled = `Subject: one\r\n\r\nfirst\n.\nMAIL FROM:<root@${address.split('@')[1]}>\r\nRCPT TO:<${address}>\r\nDATA\r\nSubject: two\r\n\r\nsecond`
    expect(await client.say(`${smuggled}\r\n.\r\n`)).toMatch(/^250 /)
    expect((await stored(id)).map(({ subject }) => subject)).toEqual(['one'])
    client.close()
  })

  it('a connection that ends in the middle leaves nothing', async () => {
    const { id, address } = await inbox('cut')
    const client = await greeted()
    await client.say(`RCPT TO:<${address}>`)
    await client.say('DATA')
    void client.say('Subject: half\r\n\r\nhalf of\r\n')
    client.close()
    // What comes whole on the next connection is there, and alone.
    const next = await greeted()
    await next.say(`RCPT TO:<${address}>`)
    await next.say('DATA')
    expect(await next.say('Subject: whole\r\n\r\nall of it\r\n.\r\n')).toMatch(/^250 /)
    expect((await stored(id)).map(({ subject }) => subject)).toEqual(['whole'])
    next.close()
  })
})
