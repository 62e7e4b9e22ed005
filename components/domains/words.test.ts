import { expect, test } from 'vitest'
import { overall, verdictWord } from './words'

const five = (found: number) => ({ found, total: 5 })
const one = (found: number) => ({ found, total: 1 })
const base = { receiving: 'pending', receive: one(0) } as const

test.each([
  [{ ...base, state: 'pending', send: five(3) }, '3 of 5 to send are found. Two to go. Receiving: 1 to go.'],
  [{ ...base, state: 'pending', send: five(5), receiving: 'off' }, '5 of 5 to send are found.'],
  [
    { ...base, state: 'verifying', send: five(5), receive: one(1) },
    'All 5 to send are found. The mail network is confirming them. Receiving: found, waiting for confirmation.',
  ],
  [
    { state: 'ready', send: five(5), receiving: 'ready', receive: one(1) },
    'Mail leaves under your own name. Receiving works.',
  ],
  [
    { state: 'degraded', send: five(3), receiving: 'lost', receive: one(0) },
    'Two of the 5 records to send are gone. Receiving: the record is gone.',
  ],
  [{ ...base, state: 'deleting', send: five(5) }, 'This domain is being deleted.'],
] as const)('the page says where a domain stands', (domain, sentence) => {
  expect(overall(domain)).toBe(sentence)
})

test('a record nobody looked at yet is not called unreachable', () => {
  expect(verdictWord({ verdict: 'unknown', diagnosis: null, checkedAt: null })).toBe('Not checked yet')
  expect(verdictWord({ verdict: 'unknown', diagnosis: null, checkedAt: '2026-11-21T00:00:00.000Z' })).toBe(
    'Could not check',
  )
})
