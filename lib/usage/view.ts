import { z } from 'zod'
import { planNames } from '@/lib/tenants/plans'
import { heldNames, meteredNames } from './fields'
import { levels } from './level'

const whole = z.number().int()

/** One limit of a tenant, with what was used of it. */
export const meterView = z.object({
  name: z.enum(meteredNames),
  label: z.string(),
  /** plural noun of what is counted */
  unit: z.string(),
  window: z.enum(['always', 'day', 'hour', 'rate']),
  /** of requests: in the minute that runs, told by the processes every few seconds */
  used: whole,
  /** null for no limit */
  limit: whole.nullable(),
  /** of the limit, at most 1; null where there is no limit */
  share: z.number().nullable(),
  level: z.enum(levels),
  /** what makes it that limit: the organisation's plan, or the tighter policy of the platform */
  source: z.enum(['plan', 'policy']),
  /** when the window ends; null for what stands */
  resetsAt: z.iso.datetime().nullable(),
  /** what the next plan would give here, null in it for no limit; null when a larger plan gives no more */
  upgrade: z.object({ gives: whole.nullable() }).nullable(),
})
export type MeterView = z.infer<typeof meterView>

/** A limit that holds for each message alone: nothing of it is used up. */
export const holdView = meterView
  .pick({ label: true, unit: true, limit: true, source: true, upgrade: true })
  .extend({
    name: z.enum(heldNames),
    /** `each`: for one alone; `age`: for how old it becomes */
    window: z.enum(['each', 'age']),
  })
export type HoldView = z.infer<typeof holdView>

export const usageView = z.object({
  plan: z.enum(planNames),
  /** null on the highest */
  nextPlan: z.enum(planNames).nullable(),
  workspace: z.string(),
  suspended: z.boolean(),
  /** the database's time of these figures */
  at: z.iso.datetime(),
  meters: z.array(meterView),
  /** what holds for each message */
  holds: z.array(holdView),
})
export type UsageView = z.infer<typeof usageView>
