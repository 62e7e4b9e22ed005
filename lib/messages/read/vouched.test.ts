import { expect, it } from 'vitest'
import type { Verdicts } from '../view'
import { vouchedFor } from './vouched'

type Said = Partial<Record<keyof Verdicts, [result: Verdicts['spf']['result'], domain?: string]>>
const verdicts = (said: Said): Verdicts => {
  const of = (name: keyof Verdicts) => {
    const [result = 'none', domain = null] = said[name] ?? []
    return { result, domain, says: '' }
  }
  return { spf: of('spf'), dkim: of('dkim'), dmarc: of('dmarc') }
}

it.each<[Said, 'yes' | 'no' | 'unknown']>([
  [{ dmarc: ['pass', 'acme.com'] }, 'yes'],
  [{ dmarc: ['fail', 'acme.com'], dkim: ['pass', 'acme.com'] }, 'no'],
  [{ dkim: ['pass', 'acme.com'] }, 'yes'],
  [{ dkim: ['pass', 'mail.acme.com'] }, 'yes'],
  [{ spf: ['pass', 'ACME.com'] }, 'yes'],
  [{ dkim: ['pass', 'bulk.example'] }, 'no'],
  [{ dkim: ['pass', 'notacme.com'] }, 'no'],
  [{ spf: ['pass'] }, 'no'],
  [{ spf: ['fail', 'acme.com'] }, 'no'],
  [{}, 'no'],
  [{ spf: ['unknown'], dkim: ['unknown'], dmarc: ['unknown'] }, 'unknown'],
])('%j says %s of ada@acme.com', (said, vouched) =>
  expect(vouchedFor({ ...verdicts(said), senders: 1 }, 'ada@acme.com')).toBe(vouched),
)

it('DMARC of somebody else does not vouch, and of several senders nothing does', () => {
  const said = verdicts({ dmarc: ['pass', 'evil.example'], dkim: ['pass', 'evil.example'] })
  expect(vouchedFor({ ...said, senders: 1 }, 'ada@acme.com')).toBe('no')
  expect(vouchedFor({ ...said, senders: 1 }, 'eve@evil.example')).toBe('yes')
  for (const senders of [0, 2]) expect(vouchedFor({ ...said, senders }, 'eve@evil.example')).toBe('no')
})
