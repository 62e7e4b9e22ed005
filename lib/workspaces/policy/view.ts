import { z } from 'zod'
import { pageOf } from '@/lib/kernel/page'
import { patternsView, workspaceView } from '../view'
import { mailChangeView, mailPolicyView } from './mail/view'

const value = z.number().int().nullable()
/**
 * `always`: what stands; `day` and `hour` of UTC; `rate`: a minute that slides; `each`: one message alone; `age`: how old a
 * message becomes
 */
const windowView = z.enum(['always', 'day', 'hour', 'rate', 'each', 'age'])
const perPlan = z.object({ free: value, pro: value, enterprise: value })

/** A field of a policy, with its bounds. Null is the plan's. */
export const policyFieldView = z.object({
  name: z.string(),
  label: z.string(),
  /** plural noun of what is counted */
  unit: z.string(),
  window: windowView,
  counts: z.string(),
  givesBack: z.string(),
  value,
  least: z.number().int(),
  ceiling: z.number().int(),
  /** what each plan gives; null is no limit */
  plans: perPlan,
})
export type PolicyFieldView = z.infer<typeof policyFieldView>

export const policyView = z.object({
  /** goes up with every edit: who edits says which one they saw */
  version: z.number().int(),
  /** null while nobody has */
  changedBy: z.string().nullable(),
  changedAt: z.iso.datetime().nullable(),
  fields: z.array(policyFieldView),
  /** what it says of mail beside its numbers */
  mail: mailPolicyView,
})
export type PolicyView = z.infer<typeof policyView>

export const workspaceWithPolicy = workspaceView.extend({ patterns: patternsView, policy: policyView })
export type WorkspaceWithPolicy = z.infer<typeof workspaceWithPolicy>

const overView = z.object({ slug: z.string(), name: z.string(), used: z.number(), limit: z.number() })

/** What one field of a proposed policy would bring. */
export const fieldPreviewView = z.object({
  name: z.string(),
  label: z.string(),
  unit: z.string(),
  window: windowView,
  ceiling: z.number().int(),
  now: z.object({ value, source: z.enum(['plan', 'policy']) }),
  proposed: value,
  /** tenants whose effective limit changes */
  touched: z.number().int(),
  /** what it comes to, plan by plan, where there are tenants; null is no limit */
  plans: z.array(
    z.object({
      plan: z.string(),
      tenants: z.number().int(),
      now: value,
      then: value,
      source: z.enum(['plan', 'policy']),
      says: z.string(),
    }),
  ),
  /** tenants that have or used more than the proposed effective limit by now; the first ten by how far */
  above: z.object({ tenants: z.number().int(), first: z.array(overView), says: z.string() }),
  /** what would have been refused in the last seven days */
  dryRun: z.object({
    /** `used` in each window; `made`, and it stands; `none`: no figures; `unchanged`: no limit would be another */
    basis: z.enum(['used', 'made', 'none', 'unchanged']),
    /** for requests at least so many: of hours that are over, the busiest minutes are kept */
    refused: z.number(),
    tenants: z.number().int(),
    /** since when there are figures */
    since: z.string().nullable(),
    says: z.string(),
  }),
})
export type FieldPreviewView = z.infer<typeof fieldPreviewView>

export const policyPreviewView = z.object({
  /** the version it was compared with */
  version: z.number().int(),
  /** in the workspace */
  tenants: z.number().int(),
  /** with at least one effective limit that changes */
  touched: z.number().int(),
  fields: z.array(fieldPreviewView),
  /** what would be different of mail, and for how many tenants */
  mail: z.array(mailChangeView.extend({ touched: z.number().int() })),
})
export type PolicyPreviewView = z.infer<typeof policyPreviewView>

export const policyChangeView = z.object({
  name: z.string(),
  label: z.string(),
  unit: z.string(),
  before: value,
  after: value,
})
export type PolicyChangeView = z.infer<typeof policyChangeView>

export const policyRevisionView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  changedBy: z.string(),
  at: z.iso.datetime(),
  /** the version whose values were put back */
  restoredFrom: z.number().int().nullable(),
  changes: z.array(policyChangeView),
  /** what was different of mail */
  mail: z.array(mailChangeView),
  /** all values of that version: null is the plan's */
  values: z.record(z.string(), value),
  /** what putting them back would change of mail today */
  mailBack: z.array(mailChangeView),
})
export type PolicyRevisionView = z.infer<typeof policyRevisionView>

/** A page of them; `first`: what putting back the policy as it was made would change of mail today, where its turn is. */
export const policyHistoryView = pageOf(policyRevisionView).extend({
  first: z.object({ mailBack: z.array(mailChangeView) }).nullable(),
})
export type PolicyHistoryView = z.infer<typeof policyHistoryView>
