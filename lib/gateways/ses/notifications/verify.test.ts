import { createSign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnvelope, signedText, type Envelope } from './envelope'
import { certificateUrl, trustedUrl } from './trusted-url'
import type { forgeryOf as ForgeryOf } from './verify'

const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:letterhead-inbound'
const DAY = 24 * 60 * 60_000
let server: Server
let origin: string
let key: string
let asked: string[] = []
let forgeryOf: typeof ForgeryOf

beforeAll(async () => {
  const made = (more: object = {}) =>
    generate([{ name: 'commonName', value: 'sns' }], { keySize: 2048, algorithm: 'sha256', ...more })
  const right = await made()
  const other = await made()
  const past = new Date(Date.now() - 3 * DAY)
  const keyPair = { privateKey: right.private, publicKey: right.public }
  const expired = await made({ keyPair, notBeforeDate: past, notAfterDate: new Date(Date.now() - DAY) })
  const early = await made({ keyPair, notBeforeDate: new Date(Date.now() + DAY) })
  key = right.private
  const files: Record<string, string> = {
    '/right.pem': right.cert,
    '/other.pem': other.cert,
    '/expired.pem': expired.cert,
    '/early.pem': early.cert,
    '/words.pem': 'no certificate',
    '/huge.pem': right.cert + 'x'.repeat(70_000),
  }
  server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    if (path === '/moved.pem') return response.writeHead(302, { location: '/right.pem' }).end()
    const file = files[path]
    response.writeHead(file ? 200 : 404).end(file)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  Object.assign(process.env, {
    DATABASE_URL: 'postgresql://nobody@127.0.0.1/none',
    NEXTAUTH_SECRET: 'x'.repeat(32),
    MASTER_KEY: Buffer.alloc(32).toString('base64'),
    LOCAL_WORLD_URL: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_SESV2: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_SNS: origin,
    INBOUND_TOPICS: TOPIC,
  })
  ;({ forgeryOf } = await import('./verify'))
})
afterAll(() => server.close())

type Fields = Record<string, string | undefined>
const unsigned = (type: string, more: Fields = {}): Fields => ({
  Type: type,
  MessageId: '8a6f4ad2-0f3e-5c59-a1f7-10f7d5b8a1aa',
  TopicArn: TOPIC,
  Message: 'A message\nof two lines, with ü and "quotes".',
  Timestamp: new Date().toISOString(),
  SignatureVersion: '2',
  SigningCertURL: `${origin}/right.pem`,
  Signature: 'none yet',
  ...(type === 'Notification' ? {} : { Token: 'abc', SubscribeURL: `${origin}/?Action=ConfirmSubscription` }),
  ...more,
})
const read = (fields: Fields): Envelope => {
  const envelope = readEnvelope(JSON.stringify(fields))
  if (!envelope) throw new Error('no envelope')
  return envelope
}
function signed(type = 'Notification', more: Fields = {}): Fields {
  const fields = unsigned(type, more)
  const algorithm = fields.SignatureVersion === '1' ? 'RSA-SHA1' : 'RSA-SHA256'
  const Signature = createSign(algorithm)
    .update(signedText(read(fields)))
    .sign(key, 'base64')
  return { ...fields, Signature }
}
const judged = (fields: Fields) => forgeryOf(read(fields))

describe('a genuine notification', () => {
  it.each([
    ['version 1', 'Notification', { SignatureVersion: '1' }],
    ['version 2', 'Notification', {}],
    ['with a subject', 'Notification', { Subject: 'Amazon SES Email Receipt Notification' }],
    ['with fields nobody knows', 'Notification', { MessageAttributes: 'new', UnsubscribeURL: 'x' }],
    ['that subscribes', 'SubscriptionConfirmation', {}],
    ['that unsubscribes, version 1', 'UnsubscribeConfirmation', { SignatureVersion: '1' }],
    [
      'that was under way for thirteen days',
      'Notification',
      { Timestamp: new Date(Date.now() - 13 * DAY).toISOString() },
    ],
  ])('%s is believed', async (_, type, more) => expect(await judged(signed(type, more))).toBeNull())
})

describe('a forged notification', () => {
  const changed = {
    Message: 'other',
    MessageId: 'other',
    Timestamp: new Date(Date.now() - 1000).toISOString(),
    Subject: 'added',
  }
  it.each(Object.entries(changed))('with another %s is not believed', async (field, value) =>
    expect(await judged({ ...signed(), [field]: value })).toBe('wrong_signature'),
  )
  it.each(['Token', 'SubscribeURL', 'Message'])(
    'that subscribes with another %s is not believed',
    async (field) =>
      expect(await judged({ ...signed('SubscriptionConfirmation'), [field]: 'other' })).toBe(
        'wrong_signature',
      ),
  )
  it.each([
    ['a type it was not signed as', { Type: 'UnsubscribeConfirmation' }, 'SubscriptionConfirmation'],
    ['a subject taken away', { Subject: undefined }, 'Notification'],
    ['the other signature version', { SignatureVersion: '1' }, 'Notification'],
    ['no signature', { Signature: '0' }, 'Notification'],
  ])('with %s is not believed', async (_, more, type) =>
    expect(await judged({ ...signed(type, type === 'Notification' ? { Subject: 'S' } : {}), ...more })).toBe(
      'wrong_signature',
    ),
  )
  it('signed by another key is not believed', async () =>
    expect(await judged(signed('Notification', { SigningCertURL: `${origin}/other.pem` }))).toBe(
      'wrong_signature',
    ))

  it('of another topic is refused before anything is fetched', async () => {
    asked = []
    const foreign = TOPIC.replace('111122223333', '999988887777')
    expect(
      await judged(signed('Notification', { TopicArn: foreign, SigningCertURL: `${origin}/fresh.pem` })),
    ).toBe('unknown_topic')
    expect(asked).toEqual([])
  })
  it.each([
    ['older than what is remembered', -15 * DAY],
    ['from tomorrow', DAY],
  ])('%s is refused', async (_, ms) =>
    expect(await judged(signed('Notification', { Timestamp: new Date(Date.now() + ms).toISOString() }))).toBe(
      'too_old',
    ),
  )
})

describe('the certificate', () => {
  it.each(['expired', 'early'])('is refused when it is %s', async (name) =>
    expect(await judged(signed('Notification', { SigningCertURL: `${origin}/${name}.pem` }))).toBe(
      'certificate_expired',
    ),
  )
  it.each(['moved', 'words', 'huge', 'missing'])(
    'that is %s is our failure, to be tried again',
    async (name) =>
      expect(judged(signed('Notification', { SigningCertURL: `${origin}/${name}.pem` }))).rejects.toThrow(),
  )
  it('is fetched once for many, also when they come at once, and a failed one not again at once', async () => {
    asked = []
    await Promise.all(Array.from({ length: 20 }, () => judged(signed())))
    await judged(signed('Notification', { SigningCertURL: `${origin}/missing.pem` })).catch(() => undefined)
    expect(asked).toEqual([])
  })
  it('of a made-up name is asked for thirty times a minute at most, and costs none that was good', async () => {
    const later = new Date(Date.now() + 90 * 60_000)
    const tomorrow = new Date(Date.now() + 30 * 60 * 60_000)
    const at = (time: Date, name: string) =>
      forgeryOf(read(signed('Notification', { SigningCertURL: `${origin}/${name}.pem`, Timestamp: time.toISOString() })), time) // prettier-ignore
    expect(await at(later, 'right')).toBeNull()
    asked = []
    const forge = (time: Date) =>
      Promise.allSettled(Array.from({ length: 100 }, (_, n) => at(time, `made-up-${n}`)))
    expect((await forge(later)).filter(({ status }) => status === 'rejected')).toHaveLength(100)
    expect(asked.length).toBeLessThanOrEqual(30)
    asked = []
    expect(await at(later, 'right')).toBeNull()
    expect(asked).toEqual([])
    await forge(tomorrow)
    asked = []
    // Its time in memory is over: it is fetched although no new name is any more.
    expect(await at(tomorrow, 'right')).toBeNull()
    expect(asked).toEqual(['/right.pem'])
  })
  it('from elsewhere is never fetched', async () => {
    for (const url of [
      'https://sns.eu-west-1.amazonaws.com/x.pem',
      'http://127.0.0.1:9/right.pem',
      `${origin}/right.txt`,
    ])
      expect(await judged(signed('Notification', { SigningCertURL: url }))).toBe('certificate_address')
  })
})

describe('addresses, with the real notification service', () => {
  const REAL = ''
  it.each([
    'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem',
    'https://sns.us-gov-west-1.amazonaws.com/x.pem',
    'https://sns.cn-north-1.amazonaws.com.cn/x.pem',
  ])('%s is trusted', (url) => expect(certificateUrl(url, REAL)?.href).toBe(url))

  it.each([
    'http://sns.eu-west-1.amazonaws.com/x.pem',
    'https://sns.eu-west-1.amazonaws.com:8443/x.pem',
    'https://me@sns.eu-west-1.amazonaws.com/x.pem',
    'https://sns.eu-west-1.amazonaws.com/x.pem?redirect=https://evil.example',
    'https://sns.eu-west-1.amazonaws.com/x.txt',
    'https://sns.eu-west-1.amazonaws.com.evil.example/x.pem',
    'https://evil.example/sns.eu-west-1.amazonaws.com/x.pem',
    'https://sns.eu-west-1.amazonaws.com.cn.evil/x.pem',
    'https://sns-eu-west-1.amazonaws.com/x.pem',
    'https://sns.eu-west-1.amazonaws.com@evil.example/x.pem',
    'https://bucket.s3.amazonaws.com/x.pem',
    'https://sns.a.b.amazonaws.com/x.pem',
    'https://169.254.169.254/x.pem',
    'file:///etc/passwd.pem',
    'nonsense',
  ])('%s is not', (url) => expect(certificateUrl(url, REAL)).toBeNull())

  it('a link to subscribe is held to the same host', () => {
    expect(trustedUrl('https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription', REAL)).not.toBeNull()
    expect(trustedUrl('https://evil.example/?Action=ConfirmSubscription', REAL)).toBeNull()
  })
})

describe('what is no envelope', () => {
  it.each([
    ['plain words', 'Successfully validated SNS topic for Amazon SES event publishing.'],
    ['an empty body', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['another type', JSON.stringify({ Type: 'Other' })],
    ['raw delivery, without a signature', JSON.stringify({ notificationType: 'Received' })],
  ])('%s', (_, body) => expect(readEnvelope(body)).toBeNull())
  it.each([
    'MessageId',
    'TopicArn',
    'Message',
    'Timestamp',
    'SignatureVersion',
    'Signature',
    'SigningCertURL',
  ])('one without %s', (field) =>
    expect(readEnvelope(JSON.stringify({ ...unsigned('Notification'), [field]: undefined }))).toBeNull(),
  )
  it('one of a signature version that nobody knows', () =>
    expect(readEnvelope(JSON.stringify(unsigned('Notification', { SignatureVersion: '3' })))).toBeNull())
})
