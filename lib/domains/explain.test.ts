import { describe, expect, it } from 'vitest'
import { explain } from './explain'
import { checklist } from './records'
import { diagnoses } from './view'

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
const of = (key: string) => list.find((r) => r.key === key)!

// Not naming our servers is a mistake that only SPF can have.
const mistakes = diagnoses.flatMap((d) =>
  list.filter((r) => d !== 'spf_missing_include' || r.key === 'spf').map((r) => [d, r.key] as const),
)

it('a right record needs no explanation', () => expect(explain(of('spf'), null, ['TXT v=spf1'])).toBeNull())

describe('every mistake of every record', () => {
  it.each(mistakes)('%s at %s is told in three short sentences, without the provider', (diagnosis, key) => {
    const told = explain(of(key), diagnosis, ['TXT v=spf1 a', 'TXT v=spf1 b'])!
    for (const sentence of Object.values(told)) {
      expect(sentence).toMatch(/^[A-Z].*[.]$/)
      expect(sentence.length).toBeLessThanOrEqual(140)
      expect(sentence).not.toMatch(/\b(aws|ses|arn|please|oops)\b|!|undefined|null/i)
    }
  })

  it('is told without anything observed, too', () => {
    for (const d of diagnoses) for (const r of list) expect(explain(r, d, [])).not.toBeNull()
  })
})

describe('what was found is named', () => {
  it.each([
    [
      'wrong_type',
      'return_path',
      ['TXT feedback'],
      'There is a TXT record at this name, but it has to be an MX record.',
    ],
    [
      'wrong_type',
      'dkim1',
      ['MX 10 a.dev', 'MX 20 b.dev'],
      'There is an MX record at this name, but it has to be a CNAME record.',
    ],
    [
      'wrong_type',
      'dkim1',
      ['TXT x', 'A 192.0.2.1'],
      'There are TXT and A records at this name, but it has to be a CNAME record.',
    ],
    ['several_mx', 'return_path', ['MX 10 a.dev', 'MX 20 b.dev'], 'There are 2 MX records at this name.'],
    [
      'several_spf',
      'spf',
      ['TXT v=spf1 a', 'TXT other', 'TXT V=SPF1 b'],
      'There are 2 SPF records at this name.',
    ],
    ['wrong_value', 'inbound', ['MX 10 a.dev'], 'There is an MX record at this name, with another value.'],
  ] as const)('%s at %s with %j', (diagnosis, key, observed, found) =>
    expect(explain(of(key), diagnosis, observed)?.found).toBe(found),
  )

  it('the term to add to an SPF record is given whole', () =>
    expect(explain(of('spf'), 'spf_missing_include', [])?.fix).toContain('include:amazonses.com'))
})
