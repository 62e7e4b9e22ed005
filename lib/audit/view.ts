import { z } from 'zod'

export const auditEventView = z.object({
  id: z.uuid(),
  actor: z.string(),
  actorKind: z.string(),
  door: z.string(),
  /** `session`, `key`, `access` or `grant`; null where nothing had to be shown */
  credentialKind: z.string().nullable(),
  /** why staff was inside the organisation, where that is so */
  reason: z.string().nullable(),
  action: z.string(),
  subject: z.string(),
  result: z.string(),
  /** a sentence */
  text: z.string(),
  at: z.iso.datetime(),
})
export type AuditEventView = z.infer<typeof auditEventView>

const facts = z.record(z.string(), z.unknown())

/** Everything about one event. */
export const auditDetailView = auditEventView.extend({
  subjectType: z.string(),
  subjectId: z.string().nullable(),
  actorId: z.string().nullable(),
  credentialId: z.string().nullable(),
  /** the network address it came from */
  address: z.string().nullable(),
  requestId: z.string(),
  before: facts.nullable(),
  after: facts.nullable(),
  /** what was so before and after is there, but does not open: it was tampered with */
  unreadable: z.boolean(),
  /** number of the seal that vouches for it; null until the next one is written */
  seal: z.number().int().nullable(),
})
export type AuditDetailView = z.infer<typeof auditDetailView>

const environment = z.enum(['production', 'staging', 'development'])

/** An event with whose it is. */
export const foundEventView = auditEventView.extend({
  address: z.string().nullable(),
  tenant: z.object({ slug: z.string(), name: z.string(), environment }),
})
export type FoundEventView = z.infer<typeof foundEventView>

export const trailView = z.object({
  /** name of the organisation whose trail it is */
  tenant: z.string(),
  ok: z.boolean(),
  seals: z.number().int(),
  events: z.number().int(),
  /** events since the last seal, which is written about once a minute */
  unsealed: z.number().int(),
  oldestUnsealedAt: z.iso.datetime().nullable(),
  /** hash of the last seal: noted elsewhere, it shows whether the end was cut off */
  head: z.string().nullable(),
  sealedAt: z.iso.datetime().nullable(),
  firstFault: z
    .object({
      seq: z.number().int(),
      kind: z.enum(['altered', 'missing', 'added', 'seal_missing', 'seal_altered']),
      at: z.iso.datetime().nullable(),
      /** a sentence */
      what: z.string(),
    })
    .nullable(),
})
export type TrailView = z.infer<typeof trailView>

/** A trail among those of all organisations. */
export const overseenTrailView = trailView.extend({ slug: z.string(), environment })
export type OverseenTrailView = z.infer<typeof overseenTrailView>
