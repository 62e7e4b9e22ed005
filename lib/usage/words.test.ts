import { expect, it } from 'vitest'
import { againWords, amountWords, moreWords } from './words'

it.each([
  [0, 'domains', '0 domains'],
  [1, 'domains', '1 domain'],
  [1_200, 'recipients', '1,200 recipients'],
])('%d %s: %s', (n, units, words) => expect(amountWords(n, units)).toBe(words))

const at = (meter: object) => ({
  ...{ source: 'plan' as const, upgrade: null, limit: 3, unit: 'domains' },
  ...meter,
})

it.each([
  ['a larger plan gives more', at({ upgrade: { gives: 50 } }), 'The pro plan gives 50 domains instead of 3.'],
  ['a larger plan sets none', at({ upgrade: { gives: null } }), 'The pro plan has no limit here.'],
  [
    'the policy is tighter than any plan',
    at({ source: 'policy' }),
    'The platform set this limit: ask its support for more.',
  ],
  ['the highest plan', at({}), ''],
  ['no limit', at({ limit: null }), ''],
])('%s: "%s"', (_, meter, words) => expect(moreWords(meter, 'pro')).toBe(words))

it.each([
  ['day', '2026-11-22T00:00:00.000Z', 'It begins anew at midnight UTC.'],
  ['hour', '2026-11-21T16:00:00.000Z', 'It begins anew at 16:00 UTC.'],
  ['always', null, ''],
] as const)('%s: "%s"', (window, resetsAt, words) => expect(againWords({ window, resetsAt })).toBe(words))
