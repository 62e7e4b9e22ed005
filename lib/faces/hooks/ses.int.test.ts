import { S3Client, DeleteObjectCommand, GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { storage } from '@/lib/gateways/storage'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { asTenant } from '@/lib/kernel/db/tenant'
import { startTestProduct, PLATFORM_DOMAIN, type TestProduct } from '@/lib/local/testing/product'
import { work } from '@/lib/local/testing/work'
import { until } from '@/lib/local/world/test/helpers'
import type { DeliverBy } from '@/lib/local/world/types'
import { notificationHealth } from '@/lib/messages/notifications/health/platform'
import { PROCESS_NOTIFICATION } from '@/lib/messages/notifications/jobs'
import { sweepNotifications, tidyNotifications } from '@/lib/messages/notifications/platform'
import { processNotification } from '@/lib/messages/notifications/process-notification'
import { heldHealth } from '@/lib/messages/receive/health/platform'
import { STRAY_MESSAGES } from '@/lib/messages/stray/bounds'
import { HELD_MESSAGES } from '@/lib/usage/held'
import { withClient } from '@/prisma/sql'
import { ADDRESS_HEADER } from '../address'
import { sesHook } from './ses'
import { startHookServer, type HookServer } from './testing/hook-server'

let product: TestProduct
let hook: HookServer
let inbox: { id: string; address: string }
let s3: S3Client
beforeAll(async () => {
  product = await startTestProduct()
  hook = await startHookServer()
  const { world, a } = product
  await world.send('CreateEmailIdentity', { EmailIdentity: PLATFORM_DOMAIN })
  await world.panel.forceStatus(PLATFORM_DOMAIN, { verificationStatus: 'SUCCESS' })
  await world.panel.subscribe(hook.url)
  await until(() => world.panel.sns(), (sns) => Boolean(sns.subscription?.confirmedAt)) // prettier-ignore
  inbox = await openInbox(a.owner, { localPart: 'agent' })
  s3 = new S3Client({
    endpoint: world.awsUrl,
    region: 'eu-west-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' },
  })
})
afterAll(async () => {
  await hook.close()
  await product.stop()
})
beforeEach(() => sql('delete from "RateLimit"'))
afterEach(() =>
  product.world.panel.changeSns({ twice: false, outOfOrder: false, lateMs: 0, signatureVersion: '2' }),
)

const sql = <R extends object>(text: string, values: unknown[] = []) => product.database.ask<R>(text, values)
const rows = () =>
  sql<{
    id: string
    externalId: string
    body: string
    deliveryId: string | null
    processedAt: Date | null
    problem: string | null
  }>(`select * from "InboundNotification" where "externalId" not like 'confirmed %' order by "receivedAt"`)
const refusals = async () =>
  Object.fromEntries(
    (await sql<{ reason: string; count: number }>('select reason, count from "NotificationRefusal"')).map(
      ({ reason, count }) => [reason, count],
    ),
  )
const messages = (subject: string) =>
  asTenant(product.a.owner, (tx) =>
    tx.message.findMany({
      where: { tenantId: product.a.tenant.id, subject },
      include: { raw: true, text: { select: { id: true } } },
    }),
  )
const raw = (subject: string, body = 'Good morning.') =>
  Buffer.from(
    `From: Ada <ada@outside.example>\r\nTo: ${inbox.address}\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@outside.example>\r\n\r\n${body}\r\n`,
  )
const come = (subject: string, deliver: DeliverBy = 'auto', bytes = raw(subject)) =>
  product.world.panel.receive({
    from: 'ada@outside.example',
    to: [inbox.address],
    raw: bytes.toString('base64'),
    deliver,
  })
/** Tries until it is told to wait: how many that takes is its own affair, as tries come back with time. */
async function untilToldToWait(once: (n: number) => Promise<number>): Promise<number[]> {
  const tries: number[] = []
  while (tries.length < 300 && tries.at(-1) !== 429) tries.push(await once(tries.length))
  return tries
}
const delivered = () => until(() => product.world.panel.sns(), (sns) => sns.waiting === 0) // prettier-ignore
const processed = () => work(product.database, PROCESS_NOTIFICATION)
const arrive = async (...given: Parameters<typeof come>) => {
  const { messageId } = await come(...given)
  await delivered()
  expect(await processed()).toEqual([])
  return messageId ?? ''
}
/** The last envelope that came, again, as anybody could send it. */
const again = (change: (envelope: Record<string, string>) => object = (e) => e, headers: object = {}) => {
  const envelope = change(JSON.parse(hook.bodies.at(-1) ?? '') as Record<string, string>) as Record<
    string,
    string
  >
  return sesHook(
    new Request('http://hook.test/api/hooks/ses', {
      method: 'POST',
      headers: {
        'x-amz-sns-message-type': envelope.Type ?? '',
        [ADDRESS_HEADER]: '203.0.113.7',
        ...headers,
      } as Record<string, string>,
      body: JSON.stringify(envelope),
    }),
  ).then((response) => response.status)
}

describe('a message through the mail network', () => {
  it('is in its inbox, once, whole, with what was found of its sender', async () => {
    await arrive('first')
    const [message, ...more] = await messages('first')
    expect(more).toEqual([])
    expect(message).toMatchObject({
      folder: 'inbox',
      fromAddress: 'ada@outside.example',
      recipient: inbox.address,
    })
    expect(message?.verdicts).toMatchObject({ spf: { result: 'none', domain: 'outside.example' } })
    const stored = await buffer(await storage().open(message?.raw.key ?? ''))
    expect(stored.toString()).toMatch(/^Return-Path: <ada@outside\.example>/)
    expect(stored.toString().endsWith(raw('first').toString())).toBe(true)
    const [row] = (await rows()).slice(-1)
    expect(row).toMatchObject({ body: '', problem: null, processedAt: expect.any(Date) })
  })

  it('signed by version 1 comes in as well', async () => {
    await product.world.panel.changeSns({ signatureVersion: '1' })
    await arrive('version 1')
    expect(await messages('version 1')).toHaveLength(1)
  })

  it('is the same message from the bucket and from the notification, and its copy there is gone', async () => {
    const bytes = raw('two ways', 'x'.repeat(50_000))
    await arrive('two ways', 'inline', bytes)
    const id = await arrive('two ways', 's3', bytes)
    const [inline, stored] = await messages('two ways')
    const plain = ({
      snippet,
      people,
      envelopeFrom,
      attachments,
      verdicts,
      reasons,
      folder,
    }: NonNullable<typeof inline>) => ({
      snippet,
      people,
      envelopeFrom,
      attachments,
      verdicts,
      reasons,
      folder,
    })
    expect(plain(inline!)).toEqual(plain(stored!))
    const body = async (key: string) =>
      (await buffer(await storage().open(key))).toString().split('\r\n\r\n')[1]
    expect(await body(inline!.raw.key)).toBe(await body(stored!.raw.key))
    const original = s3.send(new HeadObjectCommand({ Bucket: 'letterhead-inbound', Key: id }))
    await expect(original).rejects.toMatchObject({ name: 'NotFound' })
  })

  it('of ten megabytes comes in through the bucket', async () => {
    const bytes = raw('big', `${'y'.repeat(76)}\r\n`.repeat(130_000))
    await arrive('big', 'auto', bytes)
    const [message] = await messages('big')
    expect(message?.size).toBeGreaterThan(bytes.length)
    expect((await buffer(await storage().open(message!.raw.key))).subarray(-bytes.length).equals(bytes)).toBe(
      true,
    )
  })

  it('told of ten times at once, and ten times later, is one message', async () => {
    await product.world.panel.changeSns({ twice: true })
    await come('ten times')
    await delivered()
    expect(await Promise.all(Array.from({ length: 10 }, () => again()))).toEqual(Array(10).fill(200))
    await Promise.all(Array.from({ length: 4 }, processed))
    expect(await again()).toBe(200)
    await processed()
    expect(await messages('ten times')).toHaveLength(1)
    expect((await rows()).filter(({ processedAt }) => !processedAt)).toEqual([])
  })

  it('whose job runs ten times at once is one message', async () => {
    await come('raced')
    await delivered()
    const [row] = (await rows()).slice(-1)
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => processNotification(row!.id)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
    await processed()
    expect(await messages('raced')).toHaveLength(1)
  })

  it('overtaken by the next arrives all the same', async () => {
    await product.world.panel.changeSns({ outOfOrder: true, lateMs: 50 })
    for (const n of [1, 2, 3]) await come(`order ${n}`)
    await delivered()
    await processed()
    for (const n of [1, 2, 3]) expect(await messages(`order ${n}`)).toHaveLength(1)
  })

  it('for nobody we know is kept apart, whatever its headers say', async () => {
    const to = [`nobody-here@${inbox.address.split('@')[1]}`]
    await product.world.panel.receive({
      from: 'ada@outside.example',
      to,
      raw: raw('stray').toString('base64'),
    })
    await delivered()
    await processed()
    expect(await messages('stray')).toEqual([])
    expect(await sql('select recipient from "StrayMail" where subject = $1', ['stray'])).toEqual([
      { recipient: to[0] },
    ])
  })

  it('with the null sender is a message like others', async () => {
    await product.world.panel.receive({
      from: '',
      to: [inbox.address],
      raw: raw('bounce').toString('base64'),
    })
    await delivered()
    await processed()
    expect(await messages('bounce')).toMatchObject([{ envelopeFrom: '' }])
  })
})

const original = (id: string) =>
  s3.send(new HeadObjectCommand({ Bucket: 'letterhead-inbound', Key: id })).then(
    () => 'there',
    ({ name }: Error) => name,
  )
const storageIs = (bytes: number | null) =>
  sql(
    'update "Workspace" set "storageBytes" = $1 where id = (select "workspaceId" from "Tenant" where id = $2)',
    [bytes, product.a.tenant.id],
  )
/** As if so much had been held for the organisation before. */
const hold = (messages: number) =>
  sql(
    `insert into "RawMessage" ("tenantId", key, size, sha256, counted)
       select $1, 'held/' || n, 1, '', false from generate_series(1, $2) n`,
    [product.a.tenant.id, messages],
  )
const release = async () => {
  await sql(`delete from "RawMessage" where key like 'held/%'`)
  await storageIs(null)
}

describe('a message that is not kept, as too much of its kind is', () => {
  const fromBucket = async (subject: string, to: string[]) => {
    const { messageId } = await product.world.panel.receive({
      ...{ from: 'ada@outside.example', to, raw: raw(subject).toString('base64'), deliver: 's3' },
    })
    await delivered()
    expect(await processed()).toEqual([])
    return messageId ?? ''
  }

  it('of an organisation without room: the mail network keeps its copy, and its name stands where mail is looked for', async () => {
    await storageIs(1)
    await hold(HELD_MESSAGES - 1)
    const held = await fromBucket('held', [inbox.address])
    expect(await original(held)).toBe('NotFound')
    const copy = await fromBucket('not held', [inbox.address])
    expect(await original(copy)).toBe('there')
    expect(await messages('not held')).toEqual([])
    expect((await rows()).at(-1)).toMatchObject({ body: '', problem: null, processedAt: expect.any(Date) })
    expect(
      await sql('select reason, answer from "MailRefusal" where recipient = $1', [inbox.address]),
    ).toEqual([{ reason: 'hold_full', answer: expect.stringContaining(copy) }])
    await release()
    expect(await original(await fromBucket('room again', [inbox.address]))).toBe('NotFound')
  })

  it('for nobody: the mail network keeps its copy, and the health page counts it', async () => {
    const nobody = [`nobody-at-all@${inbox.address.split('@')[1]}`]
    await sql('delete from "StrayMail"')
    await sql(
      `insert into "StrayMail" (reason, recipient, "envelopeFrom", "fromHeader", subject, key, "deliveryId", size)
         select 'unknown_tag', 'x@y.dev', '', '', '', 'stray/' || n, n, 1 from generate_series(1, $1) n`,
      [STRAY_MESSAGES],
    )
    expect(await original(await fromBucket('stray', nobody))).toBe('there')
    expect((await heldHealth()).stray).toMatchObject({ messages: STRAY_MESSAGES, unkept: 1 })
    await sql('delete from "StrayMail"')
    expect(await original(await fromBucket('stray', nobody))).toBe('NotFound')
  })
})

describe('a message that two notifications tell of', () => {
  afterEach(release)
  /** What the last notification said, said again by another, with other recipients where they are given. */
  const toldAgain = async (message: string, recipients?: string[]) => {
    const told = JSON.parse(message) as { receipt: object }
    await product.world.panel.publish(
      JSON.stringify({ ...told, receipt: { ...told.receipt, ...(recipients && { recipients }) } }),
    )
    await delivered()
    return processed()
  }
  const first = async (subject: string) => {
    await arrive(subject, 's3')
    return (JSON.parse(hook.bodies.at(-1)!) as { Message: string }).Message
  }
  const unsettled = async () => (await rows()).filter(({ processedAt }) => !processedAt)

  it('is one message, and the second settles although the first took the copy away', async () => {
    const message = await first('told by two')
    expect(await toldAgain(message)).toEqual([])
    expect(await messages('told by two')).toHaveLength(1)
    expect(await unsettled()).toEqual([])
  })

  it('settles as well once it was deleted, and does not come back', async () => {
    const message = await first('told and deleted')
    await sql('delete from "Message" where subject = $1', ['told and deleted'])
    expect(await toldAgain(message)).toEqual([])
    expect(await messages('told and deleted')).toEqual([])
    expect(await unsettled()).toEqual([])
  })

  it('comes whole to those whom only the second names: inboxes, another organisation’s, and nobody’s', async () => {
    const message = await first('told to others')
    const second = await openInbox(product.a.owner, { localPart: 'second' })
    const other = await openInbox(product.b.owner, { localPart: 'other' })
    const nobody = `nobody-told@${inbox.address.split('@')[1]}`
    expect(await toldAgain(message, [second.address, nobody])).toEqual([])
    expect(await toldAgain(message, [inbox.address, other.address])).toEqual([])
    const all = await sql<{ recipient: string; key: string }>(
      `select m.recipient, r.key from "Message" m join "RawMessage" r on r.id = m."rawId" where m.subject = $1 order by m.id`,
      ['told to others'],
    )
    expect(all.map(({ recipient }) => recipient)).toEqual([inbox.address, second.address, other.address])
    const bytes = await Promise.all(all.map(async ({ key }) => buffer(await storage().open(key))))
    for (const copy of bytes) expect(copy.equals(bytes[0]!)).toBe(true)
    expect(await sql('select recipient from "StrayMail" where subject = $1', ['told to others'])).toEqual([
      { recipient: nobody },
    ])
    expect(await unsettled()).toEqual([])
  })

  it('after one for nobody comes to whoever is named', async () => {
    const nobody = [`nobody-first@${inbox.address.split('@')[1]}`]
    const bytes = raw('told to nobody').toString('base64')
    await product.world.panel.receive({ from: 'ada@outside.example', to: nobody, raw: bytes, deliver: 's3' })
    await delivered()
    expect(await processed()).toEqual([])
    const { Message } = JSON.parse(hook.bodies.at(-1)!) as { Message: string }
    expect(await toldAgain(Message, [inbox.address])).toEqual([])
    expect(await messages('told to nobody')).toHaveLength(1)
  })

  it('keeps the copy that one was told to be had by, also when another’s was taken in after', async () => {
    await storageIs(1)
    await hold(HELD_MESSAGES)
    const copy = await arrive('told to the full', 's3')
    const { Message } = JSON.parse(hook.bodies.at(-1)!) as { Message: string }
    expect(await messages('told to the full')).toEqual([])
    const beside = await openInbox(product.b.owner, { localPart: 'beside-the-full' })
    expect(await toldAgain(Message, [beside.address])).toEqual([])
    expect(await sql('select recipient from "Message" where subject = $1', ['told to the full'])).toEqual([
      { recipient: beside.address },
    ])
    expect(await original(copy)).toBe('there')
    await release()
    expect(await toldAgain(Message)).toEqual([])
    expect(await messages('told to the full')).toHaveLength(1)
    expect(await unsettled()).toEqual([])
  })

  it('at the same moment keeps its copy for the one that is slower, whatever comes of that', async () => {
    const beside = await openInbox(product.b.owner, { localPart: 'quick' })
    await storageIs(1)
    await hold(HELD_MESSAGES)
    const copy = (await come('told at once', 's3')).messageId ?? ''
    await delivered()
    const { Message } = JSON.parse(hook.bodies.at(-1)!) as { Message: string }
    const [slow] = await unsettled()
    await withClient(product.database.superUrl, async (other) => {
      await other.query('begin')
      await other.query('select 1 from "Usage" where "tenantId" = $1 for update', [product.a.tenant.id])
      const slowly = processNotification(slow!.id)
      await until(unsettled, ([row]) => Boolean(row?.deliveryId)) // prettier-ignore
      const told = JSON.parse(Message) as { receipt: object }
      const quick = { ...told, receipt: { ...told.receipt, recipients: [beside.address] } }
      await product.world.panel.publish(JSON.stringify(quick))
      await delivered()
      const [, second] = await unsettled()
      await processNotification(second!.id)
      expect(await unsettled()).toMatchObject([{ id: slow!.id }])
      await other.query('commit')
      await slowly
    })
    expect(await unsettled()).toEqual([])
    expect(
      await sql('select recipient, answer from "MailRefusal" where answer like $1', [`%${copy}%`]),
    ).toEqual([{ recipient: inbox.address, answer: expect.stringContaining('has a copy of it') as string }])
    expect(await sql('select recipient from "Message" where subject = $1', ['told at once'])).toEqual([
      { recipient: beside.address },
    ])
    expect(await original(copy)).toBe('there')
  })

  it('of which nothing was kept the first time stays unsettled once its copy is gone', async () => {
    await storageIs(1)
    await hold(HELD_MESSAGES)
    const copy = await arrive('told in vain', 's3')
    const { Message } = JSON.parse(hook.bodies.at(-1)!) as { Message: string }
    await s3.send(new DeleteObjectCommand({ Bucket: 'letterhead-inbound', Key: copy }))
    await release()
    expect(await toldAgain(Message)).toMatchObject([{ message: expect.stringContaining('not be had') }])
    expect(await unsettled()).toHaveLength(1)
    await sql('delete from "InboundNotification" where "processedAt" is null')
  })

  it('whose copy is gone and that nobody told of before stays unsettled, with the reason', async () => {
    const message = await first('told never')
    await sql('delete from "InboundNotification" where "deliveryId" is not null')
    expect(await toldAgain(message, [inbox.address])).toMatchObject([
      { message: expect.stringContaining('not be had') },
    ])
    expect(await unsettled()).toMatchObject([{ problem: expect.stringContaining('letterhead-inbound') }])
    await sql('delete from "InboundNotification" where "processedAt" is null')
  })
})

describe('what we fail at comes again', () => {
  it('a hook in trouble is asked again until it has taken the notification', async () => {
    hook.failNext(3)
    const before = hook.answers.length
    await arrive('after trouble')
    expect(hook.answers.slice(before)).toEqual([503, 503, 503, 200])
    expect(await messages('after trouble')).toHaveLength(1)
  })

  it('a database that cannot be written to answers 5xx, and nothing is lost', async () => {
    await sql('alter table "InboundNotification" rename to "Away"')
    const before = hook.answers.length
    await come('database away')
    await until(() => Promise.resolve(hook.answers), (all) => all.length > before + 1) // prettier-ignore
    await sql('alter table "Away" rename to "InboundNotification"')
    expect(new Set(hook.answers.slice(before))).toEqual(new Set([503]))
    await delivered()
    await processed()
    expect(await messages('database away')).toHaveLength(1)
  })

  it('a bucket that is away leaves the reason with the row, and the message comes once it is back', async () => {
    await come('bucket away', 's3')
    await delivered()
    const [row] = (await rows()).slice(-1)
    await sql(
      `update "InboundNotification" set body = replace(body, 'letterhead-inbound\\"', 'somebody-elses\\"') where id = $1`,
      [row!.id],
    )
    expect(await processed()).toMatchObject([expect.any(Error)])
    const [failed] = (await rows()).slice(-1)
    expect(failed).toMatchObject({ processedAt: null, problem: expect.stringContaining('INBOUND_BUCKETS') })
    await sql(`update "InboundNotification" set body = $2 where id = $1`, [row!.id, row!.body])
    await processNotification(row!.id)
    expect(await messages('bucket away')).toHaveLength(1)
    expect((await rows()).at(-1)).toMatchObject({ problem: null, body: '' })
  })

  it('a job that was lost after the 200 is found by the sweep', async () => {
    await come('lost job')
    await delivered()
    const [row] = (await rows()).slice(-1)
    await sql(`delete from pgboss.job where name = $1`, [PROCESS_NOTIFICATION.name])
    expect(await sweepNotifications()).toBe(0)
    await sql(`update "InboundNotification" set "receivedAt" = now() - interval '6 minutes' where id = $1`, [
      row!.id,
    ])
    expect(await sweepNotifications()).toBe(1)
    expect(await sweepNotifications()).toBe(0)
    await processed()
    expect(await messages('lost job')).toHaveLength(1)
  })
})

describe('what is not believed', () => {
  it('a wrong signature, another topic, a header that says otherwise: refused, counted, nothing kept', async () => {
    const kept = (await rows()).length
    await product.world.panel.publish('{}', { kind: 'wrong_signature' })
    await product.world.panel.publish('{}', { kind: 'foreign_topic' })
    await delivered()
    expect(hook.answers.slice(-2)).toEqual([403, 403])
    await product.world.panel.publish('true')
    await delivered()
    expect(await again((e) => e, { 'x-amz-sns-message-type': 'SubscriptionConfirmation' })).toBe(400)
    expect(await again((e) => e, { 'x-amz-sns-topic-arn': 'arn:aws:sns:eu-west-1:1:x' })).toBe(400)
    expect(await again((e) => ({ ...e, Message: 'other' }))).toBe(403)
    expect(await again()).toBe(200)
    expect(await rows()).toHaveLength(kept + 1)
    expect(await refusals()).toMatchObject({ wrong_signature: 2, unknown_topic: 1, not_an_envelope: 2 })
  })

  it('a body beyond the bound is cut off, one just below is read', async () => {
    const post = (body: string) =>
      sesHook(
        new Request('http://hook.test/', {
          method: 'POST',
          body,
          headers: { [ADDRESS_HEADER]: '203.0.113.8' },
        }),
      )
    expect((await post('x'.repeat(1024 * 1024 + 1))).status).toBe(413)
    expect((await post('x'.repeat(1024 * 1024 - 1))).status).toBe(400)
  })

  it('somebody who goes on trying is told to wait, and the topic is heard all the same', async () => {
    const tries = await untilToldToWait((n) => again((e) => ({ ...e, Message: `try ${n}` })))
    expect(tries.at(0)).toBe(403)
    expect(tries.at(-1)).toBe(429)
    await arrive('heard')
    expect(await messages('heard')).toHaveLength(1)
  })
})

describe('certificates that nobody has', () => {
  it('are counted as tries, told to wait in the end, and in nobody’s way', async () => {
    const madeUp = (n: number) => `${product.world.awsUrl}/made-up-${n}.pem`
    const tries = await untilToldToWait((n) => again((e) => ({ ...e, SigningCertURL: madeUp(n) })))
    expect(new Set(tries.slice(0, 50))).toEqual(new Set([503]))
    expect(tries.at(-1)).toBe(429)
    expect((await refusals()).no_certificate).toBeGreaterThanOrEqual(50)
    await arrive('beside made-up certificates')
    expect(await messages('beside made-up certificates')).toHaveLength(1)
  })
})

describe('what tells of no message', () => {
  it('plain words and the rule’s own test are taken and put away', async () => {
    await product.world.panel.publish('Successfully validated SNS topic for Amazon SES event publishing.')
    await product.world.panel.publish('{"eventType":"Bounce"}')
    await delivered()
    expect(hook.answers.slice(-2)).toEqual([200, 200])
    expect(await processed()).toEqual([])
    expect((await rows()).filter(({ processedAt }) => !processedAt)).toEqual([])
    const setup = await s3.send(
      new GetObjectCommand({ Bucket: 'letterhead-inbound', Key: 'AMAZON_SES_SETUP_NOTIFICATION' }),
    )
    expect(setup.ContentLength).toBeGreaterThan(0)
  })

  it('tells the health page that the topic is heard, and what was turned away', async () => {
    const { topics, refused, failing, problem } = await notificationHealth()
    expect(topics).toEqual([
      {
        topic: expect.stringContaining('letterhead-inbound'),
        confirmedAt: expect.any(Date),
        lastAt: expect.any(Date),
      },
    ])
    expect({ refused: refused > 5, failing, problem }).toEqual({ refused: true, failing: 0, problem: null })
  })

  it('is let go of after fourteen days, when it cannot come again; that the topic was confirmed stays', async () => {
    await sql(`update "InboundNotification" set "receivedAt" = now() - interval '15 days'`)
    await tidyNotifications()
    expect(await rows()).toEqual([])
    expect(
      await sql(`select 1 from "InboundNotification" where "externalId" like 'confirmed %'`),
    ).toHaveLength(1)
  })
})
