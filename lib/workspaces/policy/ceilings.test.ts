import { expect, it } from 'vitest'
import { AppError } from '@/lib/kernel/errors'
import { readPlans } from '@/lib/tenants/plans'
import { limitFields, limitNames } from '@/lib/usage/fields'
import { ceilingOf, refuseAboveCeiling } from './ceilings'

const plans = readPlans({})

it.each([
  // The largest plan has no limit there: the product's own bound.
  ['recipientsPerDay', 1_000_000],
  ['recipientsPerHour', 100_000],
  ['members', 10_000],
  // The largest plan gives a number.
  ['domains', 1_000],
  ['requestsPerMinute', 12_000],
] as const)('the ceiling of %s is %i', (name, ceiling) => expect(ceilingOf(name, plans)).toBe(ceiling))

it('an installation that gives more in its plans may say more in its policies', () => {
  expect(ceilingOf('requestsPerMinute', readPlans({ pro: { requestsPerMinute: 20_000 } }))).toBe(20_000)
  expect(ceilingOf('requestsPerMinute', readPlans({ free: { requestsPerMinute: null } }))).toBe(60_000)
})

it('no ceiling lies above the product’s own bound, and none below the least', () => {
  for (const name of limitNames) {
    expect(ceilingOf(name, plans)).toBeLessThanOrEqual(limitFields[name].most)
    expect(ceilingOf(name, plans)).toBeGreaterThanOrEqual(limitFields[name].least)
  }
})

it('a value at the ceiling is let through, and the plan’s always', () => {
  refuseAboveCeiling({ requestsPerMinute: 12_000, domains: null }, plans)
  refuseAboveCeiling({}, plans)
})

it('each value above is told at its field, with the value and the ceiling', () => {
  const refused = () => refuseAboveCeiling({ requestsPerMinute: 12_001, domains: 2_000, members: 5 }, plans)
  expect(refused).toThrow(AppError)
  try {
    refused()
  } catch (error) {
    expect((error as AppError).code).toBe('limit_above_ceiling')
    expect((error as AppError).fields).toEqual({
      'policy.domains': 'Domains: 2,000 is above the ceiling of 1,000 domains.',
      'policy.requestsPerMinute': 'API requests per minute: 12,001 is above the ceiling of 12,000 requests.',
    })
  }
})
