import { expect, it } from 'vitest'
import { ownTime } from '@/lib/local/testing/own-time'
import { rulesThatMatch } from './rules'
import { mail, rule, unvouched } from './testing/facts'
import type { Rule } from './types'

const facts = mail({
  envelopeFrom: 'bounce@esp.dev',
  from: [{ name: 'Ann of ACME', address: 'Ann@Sales.Acme.com' }],
  to: [{ name: 'Agent', address: 'agent@harborbooks.dev' }],
  cc: [{ name: '', address: 'boss@harborbooks.dev' }],
  subject: 'Your INVOICE No 7',
  headers: [
    { name: 'x-spam-score', value: '6.5' },
    { name: 'list-id', value: '' },
  ],
  attachments: [{ name: 'Invoice 7.pdf', type: 'application/pdf', size: 70_000 }],
  size: 100_000,
  verdicts: { ...unvouched, spf: { result: 'pass', domain: 'esp.dev', says: '' } },
})

type C = Rule['conditions'][number]
it.each<[C['field'], C['test'], string, boolean, string?]>([
  ['from', 'is', 'ann@sales.acme.com', true],
  ['from', 'is', 'Ann of Acme', true],
  ['from', 'is', 'bounce@esp.dev', true],
  ['from', 'is', 'ann', false],
  ['from', 'contains', 'acme', true],
  ['from', 'ends_with', '@sales.acme.com', true],
  ['from', 'matches_domain', 'sales.acme.com', true],
  ['from', 'matches_domain', 'acme.com', false],
  ['from', 'matches_domain', '*.acme.com', true],
  ['from', 'matches_domain', 'esp.dev', true],
  ['from', 'exists', '', true],
  ['to', 'is', 'boss@harborbooks.dev', true],
  ['to', 'matches_domain', 'harborbooks.dev', true],
  ['to', 'is', 'nobody@harborbooks.dev', false],
  ['subject', 'contains', 'invoice', true],
  ['subject', 'is', 'your invoice no 7', true],
  ['subject', 'ends_with', '7', true],
  ['subject', 'contains', '', false],
  ['subject', 'contains', '  ', false],
  ['header', 'above', '6', true, 'X-Spam-Score'],
  ['header', 'above', '7', false, 'X-Spam-Score'],
  ['header', 'above', 'many', false, 'X-Spam-Score'],
  ['header', 'exists', '', true, 'x-spam-score'],
  ['header', 'exists', '', false, 'list-id'],
  ['header', 'exists', '', false, 'x-other'],
  ['header', 'is', '6.5', false],
  ['attachment', 'ends_with', '.pdf', true],
  ['attachment', 'is', 'application/pdf', true],
  ['attachment', 'above', '60000', true],
  ['attachment', 'above', '80000', false],
  ['attachment', 'exists', '', true],
  ['size', 'above', '99999', true],
  ['size', 'above', '100000', false],
  ['size', 'is', '100000', true],
  ['spf', 'is', 'pass', true],
  ['spf', 'is', 'fail', false],
  ['spf', 'exists', '', true],
  ['dkim', 'exists', '', false],
  ['dmarc', 'is', 'none', true],
])('%s %s %j: %s', (field, test, value, is, header) => {
  const it = rule({ block: true }, field, test, value, header === undefined ? {} : { header })
  expect(rulesThatMatch([it], facts)).toHaveLength(is ? 1 : 0)
})

const yes = { field: 'subject', test: 'contains', value: 'invoice' } as const
const no = { field: 'subject', test: 'contains', value: 'nowhere' } as const
it.each([
  ['all', [yes, yes], true],
  ['all', [yes, no], false],
  ['any', [no, yes], true],
  ['any', [no, no], false],
  ['all', [], false],
  ['any', [], false],
] as const)('%s of %j: %s', (match, conditions, is) =>
  expect(
    rulesThatMatch([{ ...rule({ block: true }), match, conditions: [...conditions] }], facts),
  ).toHaveLength(is ? 1 : 0),
)

it('the lowest priority comes first, and of the same the one that stands first', () => {
  const named = (name: string, priority: number) =>
    rule({ spam: true }, 'from', 'exists', '', { name, priority })
  const order = rulesThatMatch([named('c', 5), named('a', 1), named('d', 5), named('b', 2)], facts)
  expect(order.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd'])
})

it('as many rules as there may be are held against as many people as there may be, in time', () => {
  const conditions = ['to', 'from'].map((field) => ({ field, test: 'matches_domain', value: '*.acme.org' }))
  const rules = Array.from({ length: 100 }, () => ({
    ...rule({ file: 'x' }),
    conditions: Array.from({ length: 10 }, (_, i) => conditions[i % 2] as C),
    match: 'any' as const,
  }))
  const people = Array.from({ length: 200 }, (_, i) => ({
    name: '字'.repeat(200),
    address: `${i}@${'é.'.repeat(150)}`,
  }))
  const spent = ownTime()
  expect(rulesThatMatch(rules, mail({ to: people, cc: people, from: people }))).toEqual([])
  expect(spent()).toBeLessThan(1_000)
})
