import { z } from 'zod'
import { pageOf } from '@/lib/kernel/page'
import { planNames } from '@/lib/tenants/plans'
import { meteredNames } from '../fields'
import { levels } from '../level'

/** How a tenant stands at one limit: at the one that was asked for, or at the one it is closest to. */
export const standingView = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  plan: z.enum(planNames),
  workspace: z.object({ slug: z.string(), name: z.string() }),
  environment: z.enum(['production', 'staging', 'development']),
  suspended: z.boolean(),
  createdAt: z.iso.datetime(),
  limitName: z.enum(meteredNames),
  label: z.string(),
  /** plural noun of what is counted */
  unit: z.string(),
  used: z.number(),
  /** what holds now: the tighter of plan and policy; null for no limit */
  limit: z.number().nullable(),
  /** of the limit: 1 for all of it, more where it was tightened since; null where there is no limit */
  share: z.number().nullable(),
  level: z.enum(levels),
})
export type StandingView = z.infer<typeof standingView>

export const overviewView = pageOf(standingView)

export const totalsView = z.object({
  tenants: z.number().int(),
  suspended: z.number().int(),
  workspaces: z.number().int(),
  /** at or above 80 % of some limit, and below all of it */
  near: z.number().int(),
  /** at or above all of some limit: the next act that needs more of it is refused */
  full: z.number().int(),
})
export type TotalsView = z.infer<typeof totalsView>
