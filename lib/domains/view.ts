import { z } from 'zod'

/** The wire shapes of a domain. The browser imports types from here, never the schemas. */
export const domainStates = [
  'provisioning',
  'pending',
  'verifying',
  'ready',
  'degraded',
  'failed',
  'deleting',
] as const
export const receivingStates = ['off', 'pending', 'ready', 'lost'] as const
export const verdicts = ['unknown', 'missing', 'mismatch', 'found'] as const

export const diagnoses = [
  'wrong_value',
  'wrong_type',
  'several_mx',
  'several_spf',
  'spf_missing_include',
  'could_not_check',
] as const
export type Diagnosis = (typeof diagnoses)[number]

const time = z.iso.datetime()

export const recordView = z.object({
  key: z.enum(['ownership', 'dkim1', 'dkim2', 'dkim3', 'return_path', 'spf', 'inbound', 'dmarc']),
  group: z.enum(['ownership', 'dkim', 'return_path', 'receive', 'advice']),
  /** which capability waits for it; `advice` never blocks */
  capability: z.enum(['send', 'receive', 'advice']),
  label: z.string(),
  purpose: z.string(),
  type: z.enum(['CNAME', 'MX', 'TXT']),
  /** absolute name, no final dot */
  host: z.string(),
  /** as most DNS panels want it: without the zone; `@` for the zone itself */
  relativeHost: z.string(),
  value: z.string(),
  priority: z.number().int().nullable(),
  /** seconds we advise */
  ttl: z.number().int(),
  verdict: z.enum(verdicts),
  diagnosis: z.enum(diagnoses).nullable(),
  /** what was seen in DNS, one line a record */
  observed: z.array(z.string()),
  /** at most three short sentences; null when there is nothing to mend */
  explanation: z.object({ found: z.string(), meaning: z.string(), fix: z.string() }).nullable(),
  checkedAt: time.nullable(),
  changedAt: time.nullable(),
})
export type RecordView = z.infer<typeof recordView>

export const domainEventView = z.object({
  id: z.string(),
  kind: z.string(),
  /** a sentence for the timeline */
  text: z.string(),
  tone: z.enum(['neutral', 'good', 'warning', 'bad']),
  at: time,
})
export type DomainEventView = z.infer<typeof domainEventView>

export const senderView = z.object({
  identity: z.enum(['own', 'own_dkim_only', 'own_spf_only', 'shared', 'blocked']),
  reason: z.string(),
  from: z.string().nullable(),
  signedBy: z.string().nullable(),
  mailedBy: z.string().nullable(),
})
export type SenderView = z.infer<typeof senderView>

const summary = {
  id: z.uuid(),
  name: z.string(),
  /** the name as people write it, when it has letters beyond ASCII */
  unicodeName: z.string(),
  state: z.enum(domainStates),
  stateSince: time,
  receiving: z.enum(receivingStates),
  send: z.object({ found: z.number().int(), total: z.number().int() }),
  receive: z.object({ found: z.number().int(), total: z.number().int() }),
  createdAt: time,
  checkedAt: time.nullable(),
}
export const domainSummary = z.object(summary)
export type DomainSummary = z.infer<typeof domainSummary>

export const domainView = z.object({
  ...summary,
  zone: z.string(),
  records: z.array(recordView),
  /** true when the name needs an ownership TXT before the rest can start */
  ownershipNeeded: z.boolean(),
  provider: z.object({ name: z.string(), url: z.string() }).nullable(),
  /** MX hosts in use at the name, which receiving here would displace */
  displacedMx: z.array(z.string()),
  /** what we are busy with or waiting for, when that is ours */
  notice: z.string().nullable(),
  sender: senderView,
  nextCheckAt: time,
  /** when we stop looking, unless it becomes right before */
  deadlineAt: time,
  /** degraded: put the record back before this */
  graceUntil: time.nullable(),
  readyAt: time.nullable(),
  timeline: z.array(domainEventView),
  /** the server's clock, so that countdowns do not depend on the viewer's */
  now: time,
})
export type DomainView = z.infer<typeof domainView>
