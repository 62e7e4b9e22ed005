import { limitNames, type LimitName, type Limits } from './fields'

/** A workspace's policy: null is the plan's. */
export type Policy = Limits

/** Of whoever obeys no workspace: the plan alone decides. */
export const noPolicy = Object.fromEntries(limitNames.map((name) => [name, null])) as Policy

/**
 * The tighter of both. Null in the policy is the plan's; null in both is no limit. Spam and trash are never kept longer
 * than what is not spam.
 */
export function effectiveLimits(plan: Limits, policy: Policy): Limits {
  const limits = Object.fromEntries(
    limitNames.map((name) => [name, tighter(plan[name], policy[name])]),
  ) as Limits
  const { inboxRetentionDays: inbox, spamRetentionDays: spam, trashRetentionDays: trash } = limits
  return { ...limits, spamRetentionDays: tighter(spam, inbox), trashRetentionDays: tighter(trash, inbox) }
}

/** Which of the two decides: the policy where it makes it tighter, the plan otherwise. */
export const sourceOf = (plan: Limits, policy: Policy, name: LimitName): 'plan' | 'policy' =>
  effectiveLimits(plan, policy)[name] === effectiveLimits(plan, noPolicy)[name] ? 'plan' : 'policy'

/** Null is no limit. */
export const tighter = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b)
