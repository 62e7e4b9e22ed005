import { describe, expect, it } from 'vitest'
import { readReceived } from './received'

const results = { name: 'Authentication-Results', value: 'amazonses.com; dkim=pass header.i=@acme.dev;' }
const pass = () => ({ status: 'PASS' })
const whole = {
  notificationType: 'Received',
  mail: {
    ...{ timestamp: '2026-11-21T10:00:00.000Z', messageId: 'd6iitobk75ur44p8kdnnp7g2n800' },
    ...{
      source: 'ada@acme.dev',
      destination: ['agent@mnexa.ai'],
      headersTruncated: false,
      headers: [results],
    },
  },
  receipt: {
    ...{ timestamp: '2026-11-21T10:00:00.000Z', recipients: ['agent@mnexa.ai'], dmarcPolicy: 'reject' },
    ...{
      spfVerdict: pass(),
      dkimVerdict: pass(),
      dmarcVerdict: pass(),
      spamVerdict: pass(),
      virusVerdict: pass(),
    },
    action: { type: 'SNS', encoding: 'BASE64' },
  },
  content: 'SGVsbG8=',
}
type Value = string | number | null | object | undefined
/** The notification with one field of it, named by its path, set to something else or left out. */
const read = (path: string, value: Value) => {
  const given = structuredClone(whole)
  const names = path.split('.')
  const last = names.pop()!
  const place = names.reduce<Record<string, unknown>>(
    (at, name) => at[name] as Record<string, unknown>,
    given,
  )
  if (value === undefined) delete place[last]
  else place[last] = value
  return readReceived(JSON.stringify(given))
}
const untouched = readReceived(JSON.stringify(whole))!

describe('a message whose notification lacks what it can do without comes in', () => {
  const without = [undefined, null, 7] as const
  const fields: [string, Partial<typeof untouched>][] = [
    ['mail.source', { envelopeFrom: '' }],
    ['mail.headers', { domains: { dkim: null, dmarc: null } }],
    ['mail.headersTruncated', {}],
    ['mail.destination', {}],
    ['receipt.spfVerdict', { findings: { ...untouched.findings, spf: 'unknown' } }],
    ['receipt.dkimVerdict', { findings: { ...untouched.findings, dkim: 'unknown' } }],
    ['receipt.dmarcVerdict', { findings: { ...untouched.findings, dmarc: 'unknown' } }],
    ['receipt.spamVerdict', { findings: { ...untouched.findings, spam: 'unknown' } }],
    ['receipt.virusVerdict.status', { findings: { ...untouched.findings, virus: 'unknown' } }],
    ['receipt.dmarcPolicy', { dmarcPolicy: null }],
    ['receipt.action.encoding', { content: { inline: Buffer.from('SGVsbG8=') } }],
    ['receipt.action.type', {}],
    ['receipt.action.bucketName', {}],
  ]
  it.each(fields.flatMap(([path, told]) => without.map((value) => [path, value, told] as const)))(
    '%s is %s',
    (path, value, told) => expect(read(path, value)).toEqual({ ...untouched, ...told }),
  )

  it.each([
    ['of which one has no value', [{ name: 'Subject', value: null }, results]],
    ['of which one is none', [null, 'Subject: Hello', results]],
  ])('headers %s are read without it', (_, headers) =>
    expect(read('mail.headers', headers)).toEqual(untouched),
  )

  it('a long name of the delivery stays as it is', () => {
    const deliveryId = 'd'.repeat(250)
    expect(read('mail.messageId', deliveryId)).toEqual({ ...untouched, deliveryId })
  })

  it('a recipient of any length is one beside the others', () => {
    const recipients = [`${'x'.repeat(5_000)}@mnexa.ai`, 'agent@mnexa.ai']
    expect(read('receipt.recipients', recipients)).toEqual({ ...untouched, recipients })
  })
})

describe('a message whose notification does not say what it cannot do without is a failure', () => {
  it.each<[string, Value]>([
    ['mail', null],
    ['mail.messageId', undefined],
    ['mail.messageId', ''],
    ['mail.messageId', 'd'.repeat(1_001)],
    ['receipt', undefined],
    ['receipt.timestamp', null],
    ['receipt.timestamp', 'yesterday'],
    ['receipt.recipients', null],
    ['receipt.recipients', [null]],
    ['receipt.action', undefined],
    ['content', undefined],
    ['content', null],
  ])('%s is %j', (path, value) => expect(() => read(path, value)).toThrow())
})
