import { expect, it } from 'vitest'
import { aboveSentence, dryRunSentence, planSentence } from './sentences'

const domains = { unit: 'domains', window: 'always' } as const
const daily = { unit: 'recipients', window: 'day' } as const
const requests = { unit: 'requests', window: 'rate' } as const
const effect = (now: number | null, then: number | null, source: 'plan' | 'policy') =>
  ({ plan: 'free', now, then, source }) as const

it.each([
  [effect(3, 3, 'plan'), 20, 12, '12 tenants on free keep 3 domains: the plan is tighter.'],
  [effect(3, 3, 'plan'), null, 1, '1 tenant on free keeps 3 domains.'],
  [effect(3, 2, 'policy'), 2, 1, '1 tenant on free goes from 3 domains to 2 domains.'],
  [
    effect(2, 3, 'plan'),
    20,
    1_200,
    '1,200 tenants on free go from 2 domains to 3 domains, as the plan is tighter.',
  ],
  [effect(50, 1, 'policy'), 1, 1, '1 tenant on free goes from 50 domains to 1 domain.'],
  [effect(null, 5, 'policy'), 5, 2, '2 tenants on free go from no limit to 5 domains.'],
])('what a plan comes to: %j', (of, proposed, n, words) =>
  expect(planSentence(domains, of, proposed, n)).toBe(words),
)

it('who is above keeps what is there, and is refused more for as long as it takes', () => {
  expect(aboveSentence(domains, 0)).toBe('No tenant has more already.')
  expect(aboveSentence(daily, 0)).toBe('No tenant has used more so far today.')
  expect(aboveSentence(domains, 2)).toBe(
    '2 tenants are above already. Nothing is taken away; adding domains is refused until they are below.',
  )
  expect(aboveSentence(daily, 1)).toBe(
    '1 tenant is above already. Nothing is taken back; more is refused until midnight UTC.',
  )
})

it('the dry run says what it was made from', () => {
  const run = { refused: 1_240, among: 12, since: '2026-11-14' }
  expect(dryRunSentence(daily, 'used', run)).toBe(
    'In the last seven days, by what was used in each day since 2026-11-14, 1,240 recipients of 12 tenants would have been refused.',
  )
  // Of hours that are over only the busiest minutes are kept: none beyond is none at all, some are at least so many.
  expect(dryRunSentence(requests, 'used', { ...run, since: '2026-11-14T15:00' })).toBe(
    'In the last seven days, by the busiest minutes of each hour since 2026-11-14T15:00, at least 1,240 requests of 12 tenants would have been refused.',
  )
  expect(dryRunSentence(requests, 'used', { ...run, refused: 0 })).toContain('nothing would have been')
  expect(dryRunSentence(domains, 'made', run)).toContain('added in the last seven days and are still there')
  expect(dryRunSentence(domains, 'made', { ...run, refused: 1, among: 1 })).toContain(
    '1 domain of 1 tenant would',
  )
  expect(dryRunSentence(daily, 'none', { ...run, since: null })).toBe(
    'There are no figures of the last seven days: nothing was counted for recipients.',
  )
})

it('of sizes and of days it says what becomes of mail', () => {
  const storage = { unit: 'bytes', window: 'always' } as const
  expect(aboveSentence(storage, 2)).toBe(
    '2 tenants are above already. Nothing is taken away; mail that comes is refused until they are below.',
  )
  expect(planSentence(storage, effect(3e9, 1e9, 'policy'), 1e9, 1)).toBe(
    '1 tenant on free goes from 3 GB to 1 GB.',
  )
  const run = { refused: 1_500_000, among: 1, since: '2026-11-14' }
  expect(dryRunSentence(storage, 'made', run)).toBe(
    'Of the mail that came in the last seven days and is still there, 1.5 MB of 1 tenant would have been refused.',
  )
  expect(dryRunSentence(storage, 'made', { ...run, refused: 0 })).toBe(
    'None of the mail that came in the last seven days and is still there would have been refused.',
  )
  const days = { unit: 'days', window: 'age' } as const
  expect(aboveSentence(days, 0)).toContain('goes in the next night')
  expect(dryRunSentence(days, 'none', { ...run, since: null })).toBe(
    'Of single messages no figures are kept.',
  )
  expect(aboveSentence({ unit: 'bytes', window: 'each' }, 0)).toBe('What is larger and came already stays.')
})
