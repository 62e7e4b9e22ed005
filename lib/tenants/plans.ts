import { env } from '@/lib/kernel/env'
import { limitFields, limitNames, type Limits } from '@/lib/usage/fields'

export const planNames = ['free', 'pro', 'enterprise'] as const
export type PlanName = (typeof planNames)[number]

export type Plan = Limits

const MB = 1e6
const GB = 1e9

/**
 * What each plan gives at most: ceilings, which a workspace's policy can tighten and never widen. Null is no limit.
 * PLAN_LIMITS in the environment replaces single values.
 */
const plans: Record<PlanName, Plan> = {
  free: {
    recipientsPerDay: 200,
    recipientsPerHour: 50,
    domains: 3,
    members: 5,
    requestsPerMinute: 300,
    inboxes: 5,
    storageBytes: 3 * GB,
    messageBytes: 10 * MB,
    inboxRetentionDays: 30,
    spamRetentionDays: 7,
    trashRetentionDays: 7,
  },
  pro: {
    recipientsPerDay: null,
    recipientsPerHour: 5_000,
    domains: 50,
    members: 100,
    requestsPerMinute: 3_000,
    inboxes: 100,
    storageBytes: 100 * GB,
    messageBytes: 40 * MB,
    inboxRetentionDays: 365,
    spamRetentionDays: 30,
    trashRetentionDays: 30,
  },
  enterprise: {
    recipientsPerDay: null,
    recipientsPerHour: null,
    domains: 1_000,
    members: null,
    requestsPerMinute: 12_000,
    inboxes: 10_000,
    storageBytes: 10_000 * GB,
    messageBytes: 40 * MB,
    inboxRetentionDays: null,
    spamRetentionDays: 90,
    trashRetentionDays: 30,
  },
}

let checked: Record<PlanName, Plan> | undefined

/** What every plan gives on this installation. Asked for at start. @throws Error naming what is wrong in PLAN_LIMITS */
export const allPlans = (): Record<PlanName, Plan> => (checked ??= readPlans(env().PLAN_LIMITS))

export const planLimits = (plan: PlanName): Plan => allPlans()[plan]

/** The plans with what an installation replaces in them. @throws Error naming the plan, the limit and its bounds */
export function readPlans(replaced: Record<string, Record<string, number | null>>): Record<PlanName, Plan> {
  const result = structuredClone(plans)
  for (const [plan, values] of Object.entries(replaced)) {
    const known = planNames.find((n) => n === plan)
    if (!known) throw new Error(`PLAN_LIMITS: there is no plan ${plan}, only ${planNames.join(', ')}.`)
    for (const [name, value] of Object.entries(values)) {
      const field = limitNames.find((n) => n === name)
      if (!field) throw new Error(`PLAN_LIMITS: ${plan} has no limit ${name}, only ${limitNames.join(', ')}.`)
      const { least, most } = limitFields[field]
      if (value !== null && (value < least || value > most))
        throw new Error(`PLAN_LIMITS: ${plan}.${name} goes from ${least} to ${most}.`)
      result[known][field] = value
    }
    const { inboxRetentionDays: inbox, spamRetentionDays: spam, trashRetentionDays: trash } = result[known]
    for (const [what, days] of Object.entries({ spam, trash }))
      if (inbox !== null && (days === null || days > inbox))
        throw new Error(`PLAN_LIMITS: ${plan} would keep ${what} longer than the rest.`)
  }
  return result
}

/** The plan above, which an upgrade leads to; null for the highest. */
export const nextPlan = (plan: PlanName): PlanName | null => planNames[planNames.indexOf(plan) + 1] ?? null
