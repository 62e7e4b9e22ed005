import { expect, it } from 'vitest'
import { readPlans } from '@/lib/tenants/plans'
import { limitNames, type MeteredName } from './fields'
import type { Policy } from './effective-limits'
import { holdOf, meterOf } from './meter'

const now = new Date('2026-11-21T15:04:05.000Z')
const policy = (some: Partial<Policy> = {}): Policy => ({
  ...(Object.fromEntries(limitNames.map((name) => [name, null])) as Policy),
  ...some,
})
const meter = (
  name: MeteredName,
  plan: 'free' | 'pro' | 'enterprise',
  used: number,
  some?: Partial<Policy>,
) => meterOf(name, { plans: readPlans({}), plan, policy: policy(some), used, now })

it('tells the plan’s limit, and what the next plan gives', () =>
  expect(meter('domains', 'free', 2)).toEqual({
    ...{ name: 'domains', label: 'Domains', unit: 'domains', window: 'always' },
    ...{ used: 2, limit: 3, share: 2 / 3, level: 'ok', source: 'plan' },
    ...{ resetsAt: null, upgrade: { gives: 50 } },
  }))

it.each([
  ['a policy tighter than both plans', meter('domains', 'free', 2, { domains: 2 }), 'policy', 2, null],
  ['a policy between the plans', meter('domains', 'free', 2, { domains: 10 }), 'plan', 3, { gives: 10 }],
  ['a policy as tight as the plan', meter('domains', 'free', 2, { domains: 3 }), 'plan', 3, null],
  ['the highest plan', meter('domains', 'enterprise', 2), 'plan', 1_000, null],
  ['a next plan without a limit', meter('recipientsPerDay', 'free', 2), 'plan', 200, { gives: null }],
  ['no limit', meter('recipientsPerDay', 'pro', 2), 'plan', null, null],
])('%s', (_, { source, limit, upgrade }, ...expected) => expect([source, limit, upgrade]).toEqual(expected))

it('ends windows in UTC, and never tells more than all of it', () => {
  expect(meter('recipientsPerDay', 'free', 300)).toMatchObject({
    ...{ resetsAt: '2026-11-22T00:00:00.000Z', share: 1, level: 'full' },
  })
  expect(meter('recipientsPerHour', 'free', 0, { recipientsPerHour: 0 })).toMatchObject({
    ...{ resetsAt: '2026-11-21T16:00:00.000Z', share: 1, level: 'full', source: 'policy' },
  })
  expect(meter('recipientsPerDay', 'pro', 7)).toMatchObject({ share: null, level: 'ok' })
})

it('of what holds for each message alone nothing is used: the limit, whose it is, and what more there is', () => {
  const hold = (some?: Partial<Policy>) =>
    holdOf('spamRetentionDays', { plans: readPlans({}), plan: 'free', policy: policy(some) })
  expect(hold()).toEqual({
    ...{ name: 'spamRetentionDays', label: 'Days that spam is kept', unit: 'days', window: 'age' },
    ...{ limit: 7, source: 'plan', upgrade: { gives: 30 } },
  })
  expect(hold({ spamRetentionDays: 3 })).toMatchObject({ limit: 3, source: 'policy', upgrade: null })
  // What is no spam is kept for five days only, so spam is as well.
  expect(hold({ inboxRetentionDays: 5 })).toMatchObject({ limit: 5, source: 'policy', upgrade: null })
})
