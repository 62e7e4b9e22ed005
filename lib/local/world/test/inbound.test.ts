import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBody } from '../http'
import { letter, startTestWorld, until, verified, type TestWorld } from './helpers'

type Envelope = Record<string, string>
let world: TestWorld
let hook: Server
let heard: Envelope[]
let answers: number[]
beforeEach(async () => {
  world = await startTestWorld()
  heard = []
  answers = []
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const envelope = JSON.parse((await readBody(request, 4_000_000)).toString()) as Envelope
    heard.push(envelope)
    if (envelope.Type === 'SubscriptionConfirmation') await fetch(envelope.SubscribeURL!)
    response.writeHead(answers.shift() ?? 200).end()
  }
  hook = createServer((request, response) => void serve(request, response))
  await new Promise<void>((done) => hook.listen(0, '127.0.0.1', done))
  await world.panel.subscribe(`http://127.0.0.1:${(hook.address() as AddressInfo).port}/`)
  await until(() => world.panel.sns(), (sns) => Boolean(sns.subscription?.confirmedAt)) // prettier-ignore
  await receives('mail.acme.example')
})
afterEach(async () => {
  await world.close()
  hook.closeAllConnections()
  hook.close()
})

async function receives(name: string) {
  await world.send('CreateEmailIdentity', { EmailIdentity: name })
  await world.panel.forceStatus(name, { verificationStatus: 'SUCCESS' })
}

interface Received {
  mail: { messageId: string; source: string; destination: string[] }
  receipt: { recipients: string[]; action: Record<string, string> } & Record<string, { status: string }>
  content?: string
}
const received = () =>
  heard.flatMap((one) => {
    const message = one.Type === 'Notification' ? (JSON.parse(one.Message!) as Received) : undefined
    return message && message.mail.messageId !== 'AMAZON_SES_SETUP_NOTIFICATION' ? [message] : []
  })
const come = (count: number) =>
  until(
    () => Promise.resolve(received()),
    (all) => all.length >= count,
  )
const write = (more: object = {}) =>
  world.panel.receive({
    from: 'ada@outside.example',
    to: ['agent@mail.acme.example'],
    raw: Buffer.from('From: ada@outside.example\r\nSubject: Hi\r\n\r\nHello\r\n').toString('base64'),
    ...more,
  })

describe('mail that comes in', () => {
  it('is taken for verified names and names below them, and for nobody else', async () => {
    const { accepted, refused } = await write({
      to: ['a@mail.acme.example', 'b@deep.mail.acme.example', 'c@acme.example', 'd@elsewhere.example'],
    })
    expect(accepted).toEqual(['a@mail.acme.example', 'b@deep.mail.acme.example'])
    expect(refused).toEqual(['c@acme.example', 'd@elsewhere.example'])
    const [one] = await come(1)
    expect(one?.receipt.recipients).toEqual(accepted)
    expect((await write({ to: ['x@elsewhere.example'] })).messageId).toBeNull()
  })

  it('tells of the rule’s set-up once, before the first message', async () => {
    await write()
    await write()
    await come(2)
    const setups = heard.filter((one) => one.Message?.includes('"messageId":"AMAZON_SES_SETUP_NOTIFICATION"'))
    expect(setups).toHaveLength(1)
  })

  it('is judged, and what was found stands on top of it', async () => {
    await write()
    const [one] = await come(1)
    expect(one?.receipt).toMatchObject({ spfVerdict: { status: 'GRAY' }, dkimVerdict: { status: 'GRAY' } })
    const raw = Buffer.from(one?.content ?? '', 'base64').toString()
    expect(raw).toMatch(/^Return-Path: <ada@outside\.example>\r\nReceived: from mx\.outside\.example/)
    expect(raw).toContain('X-SES-Spam-Verdict: PASS')
  })

  it('over 150 kB lies in the bucket instead', async () => {
    const raw = Buffer.concat([Buffer.from('Subject: Big\r\n\r\n'), Buffer.alloc(200_000, 'a')])
    await write({ raw: raw.toString('base64') })
    const [one] = await come(1)
    expect(one?.content).toBeUndefined()
    expect(one?.receipt.action).toMatchObject({
      type: 'S3',
      bucketName: 'letterhead-inbound',
      objectKey: one?.mail.messageId,
    })
  })

  it('from ourselves comes back in when the MX leads here, and passes', async () => {
    await verified(world, 'own.example', 'send.own.example')
    await world.panel.addRecord({
      name: 'own.example',
      type: 'MX',
      value: 'inbound-smtp.eu-west-1.amazonaws.com',
      priority: 10,
    })
    await world.panel.addRecord({
      name: '*.own.example',
      type: 'MX',
      value: 'inbound-smtp.eu-west-1.amazonaws.com',
      priority: 10,
    })
    const addresses = ['agent@own.example', 'reader@elsewhere.example', 'box@team.own.example']
    const to = { Destination: { ToAddresses: addresses } }
    await world.send('SendEmail', letter('me@own.example', to))
    const [one] = await come(1)
    expect(one?.receipt).toMatchObject({
      recipients: ['agent@own.example', 'box@team.own.example'],
      spfVerdict: { status: 'PASS' },
      dkimVerdict: { status: 'PASS' },
      dmarcVerdict: { status: 'PASS' },
    })
  })
})

describe('the topic', () => {
  it('comes again after a failure of the server’s, and never after a refusal', async () => {
    await write()
    await come(1)
    answers = [500, 503]
    heard = []
    const { messageId } = await world.panel.publish('plain words')
    await until(() => world.panel.sns(), (sns) => sns.waiting === 0) // prettier-ignore
    expect(heard.map((one) => one.MessageId)).toEqual([messageId, messageId, messageId])
    answers = [403]
    heard = []
    await world.panel.publish('refused')
    await until(() => world.panel.sns(), (sns) => sns.waiting === 0) // prettier-ignore
    expect(heard).toHaveLength(1)
  })

  it('delivers twice, late and out of order when asked to', async () => {
    await write()
    await come(1)
    heard = []
    await world.panel.changeSns({ twice: true })
    await world.panel.publish('two')
    await until(() => Promise.resolve(heard), (all) => all.length === 2) // prettier-ignore
    await world.panel.changeSns({ twice: false, outOfOrder: true, lateMs: 100 })
    heard = []
    for (const n of ['1', '2', '3']) await world.panel.publish(n)
    await until(() => Promise.resolve(heard), (all) => all.length === 3) // prettier-ignore
    expect(heard.map((one) => one.Message)).not.toEqual(['1', '2', '3'])
    expect(heard.map((one) => one.Message).sort()).toEqual(['1', '2', '3'])
  })
})

describe('a letter from outside', () => {
  const written = {
    fromName: 'Ada',
    from: 'ada@outside.example',
    to: ['agent@mail.acme.example'],
    subject: 'Grüße',
    text: 'Hello',
    html: '<p>Hello</p>',
    file: { name: 'list.csv', type: 'text/csv', content: Buffer.from('a,b').toString('base64') },
  }

  it('goes in through the mail network, or hears why not', async () => {
    expect(await world.panel.handOver({ ...written, door: 'network' })).toMatchObject({ accepted: true })
    const [one] = await come(1)
    const raw = Buffer.from(one?.content ?? '', 'base64').toString()
    expect(raw).toContain('multipart/mixed')
    expect((await world.panel.arrived())[0]).toMatchObject({ subject: 'Grüße', by: 'inline' })
    const nobody = { ...written, to: ['x@elsewhere.example'], door: 'network' as const }
    expect(await world.panel.handOver(nobody)).toMatchObject({
      accepted: false,
      answer: expect.stringContaining('550'),
    })
  })

  it('goes straight to a mail server, and tells what was said there', async () => {
    const taken: string[] = []
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _, done) =>
        done(
          address.startsWith('nobody')
            ? Object.assign(new Error('No such mailbox'), { responseCode: 550 })
            : null,
        ),
      onData: (stream, session, done) => {
        stream.resume()
        stream.on('end', () => {
          taken.push(...session.envelope.rcptTo.map(({ address }) => address))
          done(null, 'stored as 1')
        })
      },
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const door = { host: '127.0.0.1', port: (server.server.address() as AddressInfo).port }
    expect(await world.panel.handOver({ ...written, door })).toEqual({
      accepted: true,
      answer: '250 stored as 1',
    })
    expect(taken).toEqual(written.to)
    expect(await world.panel.handOver({ ...written, to: ['nobody@mail.acme.example'], door })).toMatchObject({
      accepted: false,
      answer: expect.stringContaining('No such mailbox'),
    })
    await new Promise<void>((closed) => server.close(() => closed()))
    expect(await world.panel.handOver({ ...written, door })).toMatchObject({ accepted: false })
  })
})
