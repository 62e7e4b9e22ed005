import { expect, it } from 'vitest'
import { readReceived } from '@/lib/gateways/ses/notifications'
import { networkOf, verdictsOf } from './verdicts-of'

const told = (receipt: object, headers: object[] = [], more: object = {}) => {
  const mail = readReceived(
    JSON.stringify({
      notificationType: 'Received',
      mail: { messageId: 'd6iitobk75ur44p8kdnnp7g2n800', source: 'ada@send.acme.dev', headers },
      receipt: {
        timestamp: '2026-11-21T10:00:00.000Z',
        recipients: ['agent@mnexa.ai'],
        action: { type: 'SNS', encoding: 'BASE64' },
        ...receipt,
      },
      content: 'SGVsbG8=',
      ...more,
    }),
  )
  if (!mail) throw new Error('no mail')
  return mail
}
const status = (spf: string, dkim: string, dmarc: string) => ({
  spfVerdict: { status: spf },
  dkimVerdict: { status: dkim },
  dmarcVerdict: { status: dmarc },
})
const results = (mail: ReturnType<typeof told>) => {
  const { spf, dkim, dmarc } = verdictsOf(mail)
  return [spf.result, dkim.result, dmarc.result]
}

it.each([
  ['PASS', 'PASS', 'PASS', ['pass', 'pass', 'pass']],
  ['FAIL', 'FAIL', 'FAIL', ['fail', 'fail', 'fail']],
  ['GRAY', 'GRAY', 'GRAY', ['none', 'none', 'none']],
  ['PROCESSING_FAILED', 'PASS', 'new word', ['unknown', 'pass', 'unknown']],
])('SPF %s, DKIM %s, DMARC %s', (spf, dkim, dmarc, expected) =>
  expect(results(told(status(spf, dkim, dmarc)))).toEqual(expected),
)

it('without a scan nothing is known', () => {
  const mail = told({})
  expect(results(mail)).toEqual(['unknown', 'unknown', 'unknown'])
  expect(networkOf(mail)).toEqual({ spam: 'unknown', virus: 'unknown' })
})

it('domains are read from the topmost results, and only when they are the mail network’s', () => {
  const ours = {
    name: 'Authentication-Results',
    value:
      'amazonses.com; spf=pass smtp.mailfrom=a@b; dkim=pass header.i=@acme.dev; dmarc=pass header.from=acme.dev;',
  }
  const forged = {
    name: 'Authentication-Results',
    value: 'mx.evil; dkim=pass header.i=@bank.example; dmarc=pass header.from=bank.example',
  }
  const passed = status('PASS', 'PASS', 'PASS')
  const { spf, dkim, dmarc } = verdictsOf(told(passed, [ours, forged]))
  expect([spf.domain, dkim.domain, dmarc.domain]).toEqual(['send.acme.dev', 'acme.dev', 'acme.dev'])
  expect(verdictsOf(told(passed, [forged, ours])).dkim.domain).toBeNull()
})

it('a name that is none is told as far as it can be kept', () => {
  const value = `amazonses.com; dkim=pass header.i=@a\0b.dev; dmarc=pass header.from=${'x'.repeat(500)}.dev;`
  const mail = told(status('PASS', 'PASS', 'PASS'), [{ name: 'Authentication-Results', value }])
  const verdicts = verdictsOf({ ...mail, envelopeFrom: `ada@\0${'👋'.repeat(500)}` })
  for (const { domain, says } of Object.values(verdicts)) {
    expect(Buffer.byteLength(domain ?? '')).toBeLessThanOrEqual(253)
    expect(`${domain}${says}`).not.toContain('\0')
    expect(says.isWellFormed()).toBe(true)
  }
})

it.each([
  ['reject', 'asks for such mail to be refused'],
  ['quarantine', 'asks for such mail to be kept apart'],
  ['none', 'asks for nothing'],
])('a failed DMARC says what %s means', (dmarcPolicy, words) =>
  expect(verdictsOf(told({ ...status('FAIL', 'FAIL', 'FAIL'), dmarcPolicy })).dmarc.says).toContain(words),
)

it('content comes as bytes, whichever way it was written down', () => {
  expect(told({}).content).toEqual({ inline: Buffer.from('Hello') })
  const action = { type: 'SNS', encoding: 'UTF8' }
  expect(told({ action }, [], { content: 'Grüße' }).content).toEqual({ inline: Buffer.from('Grüße') })
  const stored = { type: 'S3', bucketName: 'in', objectKey: 'prefix/id' }
  expect(told({ action: stored }, [], { content: undefined }).content).toEqual({
    bucket: 'in',
    key: 'prefix/id',
  })
})

it('a notification that tells of a message and cannot be read is a failure, what tells of none is not', () => {
  expect(() => told({ recipients: 'everybody' })).toThrow()
  expect(() => told({ action: { type: 'Lambda' } }, [], { content: undefined })).toThrow(/neither/)
  for (const text of [
    'plain words',
    '7',
    'null',
    '{}',
    '{"eventType":"Bounce"}',
    '{"notificationType":"Bounce"}',
  ])
    expect(readReceived(text)).toBeNull()
  expect(() => told({}, [], { mail: { messageId: 'AMAZON_SES_SETUP_NOTIFICATION', source: 'x' } })).toThrow(
    'no mail',
  )
})
