import { AppError } from '@/lib/kernel/errors'
import { allPlans } from '@/lib/tenants/plans'
import type { Policy } from '@/lib/usage/effective-limits'
import { limitFields, limitNames, type LimitName } from '@/lib/usage/fields'
import { amountWords, numberWords } from '@/lib/usage/words'

/**
 * The most that a policy may say of a field: what the largest plan gives, where it gives a number, and never more than
 * the product's own bound. Above it a policy would promise what no tenant can get.
 */
export function ceilingOf(name: LimitName, plans = allPlans()): number {
  const given = Object.values(plans).map((gives) => gives[name] ?? Infinity)
  return Math.min(limitFields[name].most, Math.max(...given))
}

/** @throws AppError limit_above_ceiling, told at `policy.<field>` for each of them */
export function refuseAboveCeiling(policy: Partial<Policy>, plans = allPlans()): void {
  const above = limitNames.filter((name) => (policy[name] ?? 0) > ceilingOf(name, plans))
  const [first] = above
  if (!first) return
  const say = (name: LimitName) => {
    const { label, unit } = limitFields[name]
    const [value, ceiling] = [policy[name]!, ceilingOf(name, plans)]
    return `${label}: ${numberWords(value, unit)} is above the ceiling of ${amountWords(ceiling, unit)}.`
  }
  throw new AppError('limit_above_ceiling', {
    say: above.map(say).join(' '),
    next: above.length === 1 ? 'Choose a value at or under it.' : 'Choose values at or under them.',
    fields: Object.fromEntries(above.map((name) => [`policy.${name}`, say(name)])),
  })
}
