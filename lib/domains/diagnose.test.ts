import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DnsRecord, Lookup, RecordType } from '@/lib/gateways/dns/types'
import { diagnose } from './diagnose'
import { checklist, type ExpectedRecord } from './records'

const list = checklist({
  name: 'mnexa.ai',
  region: 'eu-west-1',
  mailFromLabel: 'send',
  dkimTokens: ['aaa', 'bbb', 'ccc'],
  signingHostedZone: 'dkim.amazonses.com',
  ownershipRequired: true,
  ownershipProvenAt: null,
  ownershipToken: 'f00d',
})
const want = (key: ExpectedRecord['key']): ExpectedRecord => list.find((r) => r.key === key)!

const mx = (exchange: string, preference = 10): DnsRecord => ({ type: 'MX', exchange, preference, ttl: 60 })
const txt = (text: string): DnsRecord => ({ type: 'TXT', text, ttl: 60 })
const cname = (target: string): DnsRecord => ({ type: 'CNAME', target, ttl: 60 })
const a = (address: string): DnsRecord => ({ type: 'A', address, ttl: 60 })

const at = { name: 'x', source: 'authoritative', server: '192.0.2.1' } as const
const found = (type: RecordType, records: DnsRecord[], others: DnsRecord[] = []): Lookup => ({
  ...at,
  outcome: 'found',
  type,
  records,
  others,
})
const nothing = (
  type: RecordType,
  outcome: 'nodata' | 'nxdomain' = 'nxdomain',
  others: DnsRecord[] = [],
): Lookup => ({ ...at, outcome, type, others, negativeTtl: 60 })
const silent: Lookup = { outcome: 'failed', name: 'x', type: 'TXT', failure: 'timeout', server: null }

/** The verdict, with its diagnosis when it has one. */
const told = (key: ExpectedRecord['key'], answer: Lookup, others: Lookup[] = []) => {
  const { verdict, diagnosis } = diagnose(want(key), answer, others)
  return diagnosis ? `${verdict}: ${diagnosis}` : verdict
}

const feedback = 'feedback-smtp.eu-west-1.amazonses.com'
const inbound = 'inbound-smtp.eu-west-1.amazonaws.com'
const ours = 'v=spf1 include:amazonses.com ~all'

describe('a DKIM record', () => {
  it.each<[string, DnsRecord[], string]>([
    ['right', [cname('aaa.dkim.amazonses.com')], 'found'],
    ['in capitals', [cname('AAA.DKIM.AmazonSES.com')], 'found'],
    ['with a final dot', [cname('aaa.dkim.amazonses.com.')], 'found'],
    ['the one of another key', [cname('bbb.dkim.amazonses.com')], 'mismatch: wrong_value'],
    ['with the zone pasted behind it', [cname('aaa.dkim.amazonses.com.mnexa.ai')], 'mismatch: wrong_value'],
    ['twice', [cname('aaa.dkim.amazonses.com'), cname('bbb.dkim.amazonses.com')], 'mismatch: wrong_value'],
  ])('that is %s', (_, records, verdict) => expect(told('dkim1', found('CNAME', records))).toBe(verdict))

  it('is missing where nothing is', () => expect(told('dkim1', nothing('CNAME'))).toBe('missing'))
  it('is of the wrong type when anything else is at its name', () =>
    expect(
      told('dkim2', nothing('CNAME', 'nodata'), [
        found('TXT', [txt('bbb.dkim.amazonses.com')]),
        nothing('A', 'nodata'),
      ]),
    ).toBe('mismatch: wrong_type'))
})

describe('the return path', () => {
  it.each<[string, DnsRecord[], string]>([
    ['right', [mx(feedback)], 'found'],
    ['right with another preference: alone, it orders nothing', [mx(feedback, 0)], 'found'],
    ['in capitals with a final dot', [mx(`${feedback.toUpperCase()}.`)], 'found'],
    ['that of another region', [mx('feedback-smtp.us-east-1.amazonses.com')], 'mismatch: wrong_value'],
    ['one of two', [mx(feedback), mx('mx.other.dev', 20)], 'mismatch: several_mx'],
    ['twice the same', [mx(feedback, 10), mx(feedback, 20)], 'mismatch: several_mx'],
    ['two of others', [mx('a.dev'), mx('b.dev')], 'mismatch: several_mx'],
  ])('that is %s', (_, records, verdict) => expect(told('return_path', found('MX', records))).toBe(verdict))

  it.each<[string, Lookup[], string]>([
    ['nothing', [], 'missing'],
    ['only an unrelated TXT', [found('TXT', [txt(ours)])], 'missing'],
    ['only an address', [found('A', [a('192.0.2.9')])], 'missing'],
    ['our value as TXT', [found('TXT', [txt(feedback)])], 'mismatch: wrong_type'],
    ['our value as TXT, in quotes', [found('TXT', [txt(`"${feedback}"`)])], 'mismatch: wrong_type'],
    ['our value as CNAME', [found('CNAME', [cname(feedback)])], 'mismatch: wrong_type'],
    [
      'a CNAME that hides everything else',
      [found('CNAME', [cname('shop.other.dev')])],
      'mismatch: wrong_type',
    ],
  ])('with %s at its name', (_, others, verdict) =>
    expect(told('return_path', nothing('MX', 'nodata'), others)).toBe(verdict),
  )

  it('is hidden by a CNAME that came along with the answer', () =>
    expect(told('return_path', nothing('MX', 'nodata', [cname('shop.other.dev')]))).toBe(
      'mismatch: wrong_type',
    ))
})

describe('the inbound record', () => {
  it.each<[string, DnsRecord[], string]>([
    ['alone', [mx(inbound)], 'found'],
    ['before a back-up', [mx(inbound, 10), mx('mx.other.dev', 20)], 'found'],
    ['beside an equal', [mx(inbound, 10), mx('mx.other.dev', 10)], 'mismatch: several_mx'],
    ['behind another', [mx(inbound, 20), mx('mx.other.dev', 10)], 'mismatch: several_mx'],
    ['not among them', [mx('mx.other.dev', 10)], 'mismatch: wrong_value'],
    [
      'in the zone of sending: amazonses, not amazonaws',
      [mx('inbound-smtp.eu-west-1.amazonses.com')],
      'mismatch: wrong_value',
    ],
  ])('%s', (_, records, verdict) => expect(told('inbound', found('MX', records))).toBe(verdict))
})

describe('SPF is read as a policy', () => {
  it.each([
    [[ours], 'found'],
    [['v=spf1 include:amazonses.com -all'], 'found'],
    [['V=SPF1 INCLUDE:AmazonSES.com ~ALL'], 'found'],
    [['  v=spf1   include:amazonses.com   ~all '], 'found'],
    [['v=spf1 +include:amazonses.com ?all'], 'found'],
    [['v=spf1 ip4:192.0.2.0/24 include:_spf.google.com include:amazonses.com ~all'], 'found'],
    [['google-site-verification=abc', ours], 'found'],
    [['v=spf1 -all'], 'mismatch: spf_missing_include'],
    [['v=spf1 -include:amazonses.com ~all'], 'mismatch: spf_missing_include'],
    [['v=spf1 include:notamazonses.com ~all'], 'mismatch: spf_missing_include'],
    [['v=spf1 include:amazonses.com.mnexa.ai ~all'], 'mismatch: spf_missing_include'],
    [[ours, 'v=spf1 -all'], 'mismatch: several_spf'],
    [[ours, ours], 'mismatch: several_spf'],
    [['spf1 include:amazonses.com ~all'], 'mismatch: wrong_value'],
    [['"v=spf1 include:amazonses.com ~all"'], 'mismatch: wrong_value'],
    [['v=spf10 include:amazonses.com ~all'], 'mismatch: wrong_value'],
    [['google-site-verification=abc'], 'missing'],
  ])('%j is %s', (texts, verdict) => expect(told('spf', found('TXT', texts.map(txt)))).toBe(verdict))

  it('is hidden by a CNAME at its name', () =>
    expect(told('spf', nothing('TXT', 'nodata', [cname('shop.other.dev')]))).toBe('mismatch: wrong_type'))
})

describe('ownership is exact: another claim has another token', () => {
  it.each([
    [['letterhead-verification=f00d'], 'found'],
    [['other', 'letterhead-verification=f00d'], 'found'],
    [['letterhead-verification=F00D'], 'mismatch: wrong_value'],
    [['letterhead-verification=f00d '], 'mismatch: wrong_value'],
    [['letterhead-verification=beef'], 'mismatch: wrong_value'],
    [[], 'missing'],
  ])('%j is %s', (texts, verdict) => expect(told('ownership', found('TXT', texts.map(txt)))).toBe(verdict))
})

describe('DMARC: any valid policy will do, a stricter one above all', () => {
  it.each([
    ['v=DMARC1; p=none;', 'found'],
    ['v=DMARC1;p=none', 'found'],
    ['v=DMARC1; p=quarantine; pct=50', 'found'],
    ['v=DMARC1; rua=mailto:d@mnexa.ai; p=reject', 'found'],
    ['v=DMARC1 ; P = Reject ;', 'found'],
    ['v = DMARC1; p=none', 'found'],
    ['v=DMARC1; p=nothing', 'mismatch: wrong_value'],
    ['v=DMARC1; sp=none', 'mismatch: wrong_value'],
    ['v=DMARC1', 'mismatch: wrong_value'],
    ['v=dmarc1; p=none', 'mismatch: wrong_value'],
    ['p=none; v=DMARC1', 'mismatch: wrong_value'],
    ['v=DMARC10; p=none', 'mismatch: wrong_value'],
    ['hello', 'mismatch: wrong_value'],
  ])('%j is %s', (text, verdict) => expect(told('dmarc', found('TXT', [txt(text)]))).toBe(verdict))

  it('two policies count as none', () =>
    expect(told('dmarc', found('TXT', [txt('v=DMARC1; p=none'), txt('v=DMARC1; p=reject')]))).toBe(
      'mismatch: wrong_value',
    ))
})

it('a wrong value is shown as it was observed, in one bounded line a record', () => {
  const seen = diagnose(want('spf'), found('TXT', [txt(`v=spf1 ${'x'.repeat(5_000)}`)])).observed
  expect(seen).toHaveLength(1)
  expect(seen[0]).toMatch(/^TXT v=spf1 x{500}/)
  expect(seen[0]!.length).toBe(600)
  expect(diagnose(want('inbound'), found('MX', [mx('a.dev', 5), mx('b.dev')])).observed).toEqual([
    'MX 5 a.dev',
    'MX 10 b.dev',
  ])
})

describe('whatever DNS answers', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(ours, 'v=DMARC1; p=none', feedback, 'letterhead-verification=f00d'),
  )
  const record: fc.Arbitrary<DnsRecord> = fc.oneof(
    text.map(txt),
    fc.tuple(text, fc.nat()).map(([e, p]) => mx(e, p)),
    text.map(cname),
    text.map(a),
  )
  const key = fc.constantFrom(...list.map((r) => r.key))
  const answers = fc.oneof(
    fc.tuple(fc.array(record), fc.array(record)).map(([r, o]) => found('TXT', r, o)),
    fc.array(record).map((o) => nothing('MX', 'nodata', o)),
    fc.constant(nothing('MX')),
  )

  it('it is judged without an exception, and a diagnosis comes with a mismatch only', () =>
    fc.assert(
      fc.property(
        key,
        answers,
        fc.array(fc.oneof(answers, fc.constant(silent)), { maxLength: 3 }),
        (k, answer, others) => {
          const { verdict, diagnosis, observed } = diagnose(want(k), answer, others)
          expect(['missing', 'mismatch', 'found']).toContain(verdict)
          expect(diagnosis !== null).toBe(verdict === 'mismatch')
          expect(observed.length > 0).toBe(verdict !== 'missing')
        },
      ),
    ))

  it('a failed look-up says nothing of the record, whatever else came along', () =>
    fc.assert(
      fc.property(key, fc.array(answers, { maxLength: 3 }), (k, others) => {
        expect(diagnose(want(k), silent, others)).toEqual({
          verdict: 'unknown',
          diagnosis: 'could_not_check',
          observed: [],
        })
      }),
    ))
})
