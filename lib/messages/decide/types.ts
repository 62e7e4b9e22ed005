import type { MarkerCode, Reason, Verdicts } from '../view'

/** What is decided on: facts of one message for one recipient. Bounded by whoever read them. */
export interface MailFacts {
  envelopeFrom: string
  recipient: string
  /** postmaster@ or abuse@: nothing is kept from them as spam (RFC 2142, RFC 5321 4.5.1) */
  isRole: boolean
  from: { name: string; address: string }[]
  to: { name: string; address: string }[]
  cc: { name: string; address: string }[]
  replyTo: { name: string; address: string }[]
  subject: string
  /** name in lower case, value unfolded; as many as were read */
  headers: readonly { name: string; value: string }[]
  text: string
  html: string
  sentAt: Date | null
  receivedAt: Date
  messageId: string | null
  size: number
  attachments: readonly { name: string; type: string; size: number }[]
  verdicts: Verdicts
  /** what the mail network said of it, where it looked */
  network: { spam: 'pass' | 'fail' | 'gray' | 'unknown'; virus: 'pass' | 'fail' | 'gray' | 'unknown' }
  /** DNS lists that have the address it came from */
  listedAt: readonly string[]
}

export const ruleFields = [
  'from',
  'to',
  'subject',
  'header',
  'attachment',
  'size',
  'spf',
  'dkim',
  'dmarc',
] as const
export const ruleTests = ['is', 'contains', 'ends_with', 'matches_domain', 'above', 'exists'] as const

export interface Rule {
  id: string
  name: string
  /** the lowest first */
  priority: number
  match: 'all' | 'any'
  conditions: {
    field: (typeof ruleFields)[number]
    header?: string
    test: (typeof ruleTests)[number]
    value: string
  }[]
  action: { block: true } | { spam: true } | { file?: string; read?: boolean }
}

/** What a workspace says of mail that comes in, beside its numbers. */
export interface MailPolicy {
  spamSensitivity: 'off' | 'low' | 'medium' | 'high'
  blockedTypes: readonly string[]
  allowedSenders: readonly string[]
  blockedSenders: readonly string[]
  rules: readonly Rule[]
}

/** Numbers that hold for the message, beside its tenant's room. Null is no limit. */
export interface MailLimits {
  messageBytes: number | null
  /** bytes left of the tenant's storage */
  room: number | null
}

/** Why mail is not let in. */
export type RefusalReason =
  | 'blocked_sender'
  | 'blocked_by_rule'
  | 'blocked_type'
  | 'too_large'
  | 'storage_full'
  | 'hold_full'
  | 'stray_full'
  | 'inbox_suspended'
  | 'tenant_suspended'
  | 'virus'

/** What a sender's server is told (RFC 5321 4.2, RFC 3463): 4xx to try again, 5xx for good. */
export interface Refusal {
  reason: RefusalReason
  code: 450 | 452 | 550 | 552 | 554
  enhanced: string
  text: string
}

export interface Decision {
  folder: 'inbox' | 'spam'
  label: string | null
  read: boolean
  score: number
  markers: MarkerCode[]
  reasons: Reason[]
  /** set: at the SMTP door it is refused with this; behind the mail network it goes into quarantine with it */
  refusal: Refusal | null
}
