import { nextPlan, type PlanName } from '@/lib/tenants/plans'
import { effectiveLimits, sourceOf, type Policy } from './effective-limits'
import { limitFields, type HeldName, type LimitName, type Limits, type MeteredName } from './fields'
import { levelOf } from './level'
import { endOf } from './period'
import type { HoldView, MeterView } from './view'

interface Held {
  /** what each plan gives on this installation */
  plans: Record<PlanName, Limits>
  plan: PlanName
  policy: Policy
}
interface Used extends Held {
  used: number
  now: Date
}

/** How a tenant stands at one limit, and whether a larger plan would give more. */
export function meterOf(name: MeteredName, held: Used): MeterView {
  const { plans, plan, policy, used, now } = held
  const { label, unit, window } = limitFields[name]
  const given = plans[plan]
  const limit = effectiveLimits(given, policy)[name]
  return {
    ...{ name, label, unit, window, used, limit },
    share: limit === null ? null : limit === 0 ? 1 : Math.min(1, used / limit),
    level: levelOf(used, limit),
    source: sourceOf(given, policy, name),
    resetsAt: endOf(window, now)?.toISOString() ?? null,
    upgrade: upgradeOf(name, held, limit),
  }
}

/** What holds for each thing alone: nothing of it is used up. */
export function holdOf(name: HeldName, held: Held): HoldView {
  const { plans, plan, policy } = held
  const { label, unit, window } = limitFields[name]
  const limit = effectiveLimits(plans[plan], policy)[name]
  return {
    ...{ name, label, unit, window, limit },
    source: sourceOf(plans[plan], policy, name),
    upgrade: upgradeOf(name, held, limit),
  }
}

/** Above a policy that is the tighter of both, a larger plan changes nothing. */
function upgradeOf(name: LimitName, { plans, plan, policy }: Held, limit: number | null) {
  const next = nextPlan(plan)
  if (!next || limit === null) return null
  const gives = effectiveLimits(plans[next], policy)[name]
  return gives === null || gives > limit ? { gives } : null
}
