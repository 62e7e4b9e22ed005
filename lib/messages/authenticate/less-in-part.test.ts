import { expect, it } from 'vitest'
import type { Verdicts } from '../view'
import { lessInPart } from './less-in-part'

const pass = (domain: string | null) => ({ result: 'pass' as const, domain, says: '' })
const network = (told: { spf?: string; dkim?: string | null; dmarc?: string | null }): Verdicts => ({
  spf: told.spf === undefined ? { result: 'none', domain: 'evil.dev', says: '' } : pass(told.spf),
  dkim: pass(told.dkim === undefined ? 'bank.ai' : told.dkim),
  dmarc: pass(told.dmarc === undefined ? 'bank.ai' : told.dmarc),
})
const whole = 'v=1; a=rsa-sha256; d=bank.ai; s=a; bh=x=; b=y='
const part = 'v=1; a=rsa-sha256; d=Bank.ai; s=a; l = 10; bh=x=; b=y='
const evil = 'v=1; d=evil.dev; s=a; b=y='

it.each([
  ['the whole of it', network({}), [whole], ['pass', 'pass']],
  ['its beginning', network({}), [part], ['policy', 'fail']],
  ['its beginning, and anything beside it', network({}), [part, 'd=bank.ai; b=AAAA'], ['policy', 'fail']],
  ['its beginning, for a name below', network({ dkim: 'mail.bank.ai' }), [part, evil], ['policy', 'fail']],
  ['its beginning, another’s told first', network({ dkim: 'evil.dev' }), [evil, part], ['pass', 'fail']],
  [
    'its beginning, and nobody says by whom',
    network({ dkim: null, dmarc: null }),
    [part],
    ['policy', 'fail'],
  ],
  ['its beginning, sent by the domain', network({ spf: 'send.bank.ai' }), [part], ['policy', 'pass']],
  ['its beginning, sent by another', network({ spf: 'evil.dev' }), [part], ['policy', 'fail']],
  ['by a list in part, by its domain whole', network({}), ['d=list.dev; l=1', whole], ['pass', 'pass']],
  ['by nobody', network({}), [], ['pass', 'pass']],
])('signed: %s', (_, verdicts, signatures, expected) => {
  const headers = signatures.map((value) => ({ name: 'dkim-signature', value }))
  const { spf, dkim, dmarc } = lessInPart(verdicts, { headers, headTruncated: false })
  expect([dkim.result, dmarc.result]).toEqual(expected)
  expect(spf).toEqual(verdicts.spf)
})

it('what stands behind the part of the head that is read may be one', () => {
  const { dkim, dmarc } = lessInPart(network({}), { headers: [], headTruncated: true })
  expect([dkim.result, dmarc.result]).toEqual(['policy', 'fail'])
})

it('what the network did not pass stays as it is', () => {
  const failed = { result: 'fail' as const, domain: 'bank.ai', says: 'No.' }
  const verdicts = { spf: failed, dkim: failed, dmarc: failed }
  const headers = [{ name: 'dkim-signature', value: part }]
  expect(lessInPart(verdicts, { headers, headTruncated: false })).toEqual(verdicts)
})
