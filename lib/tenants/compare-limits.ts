import { effectiveLimits, sourceOf, type Policy } from '@/lib/usage/effective-limits'
import type { HoldView, MeterView } from '@/lib/usage/view'
import { amountWords, numberWords } from '@/lib/usage/words'
import { planLimits, type PlanName } from './plans'
import type { LimitChangeView } from './view'

/** What a tenant's limits follow from. */
export interface Standing {
  plan: PlanName
  policy: Policy
}

/** Every limit as it holds and as it would afterwards, and what follows where more is used than it may have then. */
export function compareLimits(held: (MeterView | HoldView)[], after: Standing): LimitChangeView[] {
  const ceilings = planLimits(after.plan)
  const limits = effectiveLimits(ceilings, after.policy)
  return held.map((field) => {
    const { name, label, unit, window } = field
    const limit = limits[name]
    const used = 'used' in field ? field.used : null
    const above = limit !== null && used !== null && used > limit
    return {
      ...{ name, label, unit, window, used, above },
      before: { limit: field.limit, source: field.source },
      after: { limit, source: sourceOf(ceilings, after.policy, name) },
      consequence: limit === null ? null : above ? excess(field, limit) : tightening(field, limit),
    }
  })
}

/** What follows for whoever has or used more. */
function excess({ unit, window }: MeterView | HoldView, limit: number): string {
  const most = numberWords(limit, unit)
  if (unit === 'bytes')
    return `Nothing is taken away. Mail that comes is refused until less than ${most} is stored.`
  if (window === 'always')
    return limit === 0
      ? `All ${unit} stay. No more can be added.`
      : `All ${unit} stay. One more is refused until there are fewer than ${most}.`
  if (window === 'rate') return `Calls beyond ${most} a minute are refused.`
  return `What was accepted stays. The next is refused until the ${window} of UTC is over.`
}

/** What follows of a tighter limit that nothing is used up of. */
function tightening({ unit, window, limit: was }: MeterView | HoldView, limit: number): string | null {
  if (was !== null && was <= limit) return null
  if (window === 'age') return `What is older than ${amountWords(limit, unit)} is deleted in the next night.`
  return window === 'each' ? 'What is larger and came already stays.' : null
}
