import { limitNames, type LimitName, type Limits } from './fields'

/** A workspace's policy: null is the plan's. */
export type Policy = Limits

/** Of whoever obeys no workspace: the plan alone decides. */
export const noPolicy = Object.fromEntries(limitNames.map((name) => [name, null])) as Policy

/** The tighter of both. Null in the policy is the plan's; null in both is no limit. */
export function effectiveLimits(plan: Limits, policy: Policy): Limits {
  return Object.fromEntries(limitNames.map((name) => [name, tighter(plan[name], policy[name])])) as Limits
}

/** Which of the two decides: the policy where it says something tighter, the plan otherwise. */
export const sourceOf = (plan: Limits, policy: Policy, name: LimitName): 'plan' | 'policy' =>
  policy[name] !== null && tighter(plan[name], policy[name]) !== plan[name] ? 'policy' : 'plan'

/** Null is no limit. */
export const tighter = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b)
