import fc from 'fast-check'
import { expect, it } from 'vitest'
import { effectiveLimits, sourceOf, tighter } from './effective-limits'
import { limitNames, type Limits } from './fields'

const value = fc.option(fc.integer({ min: 0, max: 1_000_000 }))
const limits = fc.record(
  Object.fromEntries(limitNames.map((name) => [name, value])),
) as unknown as fc.Arbitrary<Limits>
const none = Object.fromEntries(limitNames.map((name) => [name, null])) as Limits
/** as an installation may have them: none that keeps spam or trash longer than the rest */
const plans = limits.map((plan) => effectiveLimits(plan, none))
/** as wide as a limit is: none is the widest */
const width = (limit: number | null) => limit ?? Infinity

it.each([
  [null, null, null],
  [5, null, 5],
  [null, 5, 5],
  [5, 3, 3],
  [3, 5, 3],
  [0, null, 0],
  [null, 0, 0],
])('the tighter of %s and %s is %s', (plan, policy, is) => expect(tighter(plan, policy)).toBe(is))

it('is never wider than the plan, nor than the policy', () =>
  fc.assert(
    fc.property(limits, limits, (plan, policy) => {
      const effective = effectiveLimits(plan, policy)
      for (const name of limitNames) {
        expect(width(effective[name])).toBeLessThanOrEqual(width(plan[name]))
        expect(width(effective[name])).toBeLessThanOrEqual(width(policy[name]))
        const alone = [plan[name], policy[name]]
        const inboxes = [plan.inboxRetentionDays, policy.inboxRetentionDays]
        const kept = name === 'spamRetentionDays' || name === 'trashRetentionDays'
        expect(kept ? [...alone, ...inboxes] : alone).toContain(effective[name])
      }
    }),
  ))

it('a policy that says nothing is the plan', () =>
  fc.assert(
    fc.property(plans, (plan) => {
      expect(effectiveLimits(plan, none)).toEqual(plan)
    }),
  ))

it('nothing is kept longer in spam or in trash than in an inbox', () =>
  fc.assert(
    fc.property(limits, limits, (plan, policy) => {
      const { inboxRetentionDays, spamRetentionDays, trashRetentionDays } = effectiveLimits(plan, policy)
      expect(width(spamRetentionDays)).toBeLessThanOrEqual(width(inboxRetentionDays))
      expect(width(trashRetentionDays)).toBeLessThanOrEqual(width(inboxRetentionDays))
    }),
  ))

it('the policy is the source exactly where it makes a difference', () =>
  fc.assert(
    fc.property(plans, limits, (plan, policy) => {
      const effective = effectiveLimits(plan, policy)
      for (const name of limitNames)
        expect(sourceOf(plan, policy, name) === 'policy').toBe(effective[name] !== plan[name])
    }),
  ))
