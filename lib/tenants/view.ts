import { z } from 'zod'
import { limitNames } from '@/lib/usage/fields'
import { holdView, meterView } from '@/lib/usage/view'
import { planNames } from './plans'

export const environmentView = z.enum(['production', 'staging', 'development'])
export const planView = z.enum(planNames)
const assignmentView = z.enum(['fallback', 'pattern', 'explicit'])

export const tenantView = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  kind: z.enum(['customer', 'platform']),
  plan: planView,
  workspace: z.object({
    slug: z.string(),
    name: z.string(),
    environment: environmentView,
  }),
  /** while it is suspended everything can be read, and nothing changed */
  suspension: z.object({ since: z.iso.datetime(), reason: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
})
export type TenantView = z.infer<typeof tenantView>

/** A tenant as support and admins find it. */
export const foundTenantView = tenantView.extend({
  /** why it is in that workspace */
  assignment: assignmentView,
  members: z.number().int(),
  domains: z.array(z.object({ name: z.string(), state: z.string() })),
})
export type FoundTenantView = z.infer<typeof foundTenantView>

const boundView = z.object({
  /** null for no limit */
  limit: z.number().int().nullable(),
  source: z.enum(['plan', 'policy']),
})

export const limitChangeView = meterView.pick({ label: true, unit: true }).extend({
  name: z.enum(limitNames),
  window: z.union([meterView.shape.window, holdView.shape.window]),
  /** null for what holds for each message alone */
  used: meterView.shape.used.nullable(),
  before: boundView,
  after: boundView,
  /** used more than it may have afterwards */
  above: z.boolean(),
  /** what follows for whoever is above, or has what a tighter limit ends; null otherwise */
  consequence: z.string().nullable(),
})
export type LimitChangeView = z.infer<typeof limitChangeView>

const placeView = z.object({ slug: z.string(), name: z.string() })

export const moveView = z.object({
  id: z.uuid(),
  from: placeView.extend({ assignment: assignmentView }),
  to: placeView.extend({ assignment: assignmentView }),
  movedBy: z.string(),
  movedAt: z.iso.datetime(),
  undoneAt: z.iso.datetime().nullable(),
  /** nothing came after it, so it can be taken back */
  undoable: z.boolean(),
})
export type MoveView = z.infer<typeof moveView>

/** Everything an admin asks about one tenant. */
export const inspectedTenantView = foundTenantView.extend({
  /** how many there are, of which the first stand in `domains` */
  domainCount: z.number().int(),
  /** by which its mail leaves while no domain of its own is ready; null where the platform has no sending domain */
  trialAddress: z.string().nullable(),
  limits: z.array(meterView),
  /** what holds for each message */
  holds: z.array(holdView),
  moves: z.array(moveView),
})
export type InspectedTenantView = z.infer<typeof inspectedTenantView>
