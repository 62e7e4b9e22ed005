import { expect, it } from 'vitest'
import { limitFields, limitNames } from '@/lib/usage/fields'
import { nextPlan, planNames, readPlans } from './plans'

it('free gives what is promised', () =>
  expect(readPlans({}).free).toEqual({
    ...{ recipientsPerDay: 200, recipientsPerHour: 50, domains: 3, members: 5, requestsPerMinute: 300 },
    ...{ inboxes: 5, storageBytes: 3e9, messageBytes: 10e6 },
    ...{ inboxRetentionDays: 30, spamRetentionDays: 7, trashRetentionDays: 7 },
  }))

it('pro has no cap a day', () => expect(readPlans({}).pro.recipientsPerDay).toBeNull())

it.each(limitNames)('%s: no plan gives less than the one below, and all keep its bounds', (name) => {
  const plans = readPlans({})
  const values = planNames.map((plan) => plans[plan][name] ?? Infinity)
  expect(values).toEqual(values.toSorted((a, b) => a - b))
  for (const value of values.filter(Number.isFinite)) {
    const { least, most } = limitFields[name]
    expect(value).toBeGreaterThanOrEqual(least)
    expect(value).toBeLessThanOrEqual(most)
  }
})

it('an installation replaces single values, and nothing else changes', () => {
  const plans = readPlans({ free: { domains: 5 }, pro: { domains: null } })
  expect(plans.free).toEqual({ ...readPlans({}).free, domains: 5 })
  expect(plans.pro.domains).toBeNull()
  expect(plans.enterprise).toEqual(readPlans({}).enterprise)
})

it.each([
  [{ gold: { domains: 5 } }, 'PLAN_LIMITS: there is no plan gold, only free, pro, enterprise.'],
  [{ free: { colours: 5 } }, /^PLAN_LIMITS: free has no limit colours, only recipientsPerDay, /],
  [{ free: { spamRetentionDays: 31 } }, 'PLAN_LIMITS: free would keep spam longer than the rest.'],
  [{ pro: { spamRetentionDays: null } }, 'PLAN_LIMITS: pro would keep spam longer than the rest.'],
  [{ free: { trashRetentionDays: 31 } }, 'PLAN_LIMITS: free would keep trash longer than the rest.'],
  [{ free: { domains: 1_001 } }, 'PLAN_LIMITS: free.domains goes from 0 to 1000.'],
  [{ free: { members: 0 } }, 'PLAN_LIMITS: free.members goes from 1 to 10000.'],
  [{ toString: { domains: 1 } }, /there is no plan toString/],
])('%j is refused', (replaced, says) => expect(() => readPlans(replaced as never)).toThrow(says))

it('leads upwards, and ends', () => expect(planNames.map(nextPlan)).toEqual(['pro', 'enterprise', null]))
