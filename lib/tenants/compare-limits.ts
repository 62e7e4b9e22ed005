import { effectiveLimits, sourceOf, type Policy } from '@/lib/usage/effective-limits'
import type { MeterView } from '@/lib/usage/view'
import { planLimits, type PlanName } from './plans'
import type { LimitChangeView } from './view'

/** What a tenant's limits follow from. */
export interface Standing {
  plan: PlanName
  policy: Policy
}

/** Every limit as it holds and as it would afterwards, and what follows where more is used than it may have then. */
export function compareLimits(meters: MeterView[], after: Standing): LimitChangeView[] {
  const ceilings = planLimits(after.plan)
  const limits = effectiveLimits(ceilings, after.policy)
  return meters.map(({ name, label, unit, window, used, ...before }) => {
    const limit = limits[name]
    const above = limit !== null && used > limit
    return {
      ...{ name, label, unit, window, used, above },
      before: { limit: before.limit, source: before.source },
      after: { limit, source: sourceOf(ceilings, after.policy, name) },
      consequence: above ? consequence({ unit, window }, limit) : null,
    }
  })
}

function consequence({ unit, window }: Pick<MeterView, 'unit' | 'window'>, limit: number): string {
  const most = limit.toLocaleString('en')
  if (window === 'always')
    return limit === 0
      ? `All ${unit} stay. No more can be added.`
      : `All ${unit} stay. One more is refused until there are fewer than ${most}.`
  if (window === 'rate') return `Calls beyond ${most} a minute are refused.`
  return `What was accepted stays. The next is refused until the ${window} of UTC is over.`
}
