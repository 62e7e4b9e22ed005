import { expect, it } from 'vitest'
import { againWords, amountWords, moreWords, shareWords } from './words'

it.each([
  [0, 'domains', '0 domains'],
  [1, 'domains', '1 domain'],
  [1_200, 'recipients', '1,200 recipients'],
  [1, 'inboxes', '1 inbox'],
  [2, 'inboxes', '2 inboxes'],
  [0, 'bytes', '0 bytes'],
  [1, 'bytes', '1 byte'],
  [999, 'bytes', '999 bytes'],
  [10_000, 'bytes', '10 kB'],
  [3e9, 'bytes', '3 GB'],
  // What is less than all of it never reads as all.
  [2_999_999_999, 'bytes', '2.99 GB'],
  [999_999_999, 'bytes', '999.99 MB'],
  [10_000e9, 'bytes', '10 TB'],
])('%d %s: %s', (n, units, words) => expect(amountWords(n, units)).toBe(words))

it.each([
  [2, 3, 'domains', '2 of 3 domains'],
  [0, 1, 'inboxes', '0 of 1 inbox'],
  [1_250_000_000, 3e9, 'bytes', '1.25 GB of 3 GB'],
])('%d of %d %s: %s', (used, limit, units, words) => expect(shareWords(used, limit, units)).toBe(words))

const at = (meter: object) => ({
  ...{ source: 'plan' as const, upgrade: null, limit: 3, unit: 'domains' },
  ...meter,
})

it.each([
  ['a larger plan gives more', at({ upgrade: { gives: 50 } }), 'The pro plan gives 50 domains instead of 3.'],
  [
    'a larger plan gives more storage',
    at({ upgrade: { gives: 100e9 }, limit: 3e9, unit: 'bytes' }),
    'The pro plan gives 100 GB instead of 3 GB.',
  ],
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
