/** What the control API says, shared by the server, its typed client and the tests. */

export const RECORD_TYPES = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT'] as const
export type RecordType = (typeof RECORD_TYPES)[number]

export interface ZoneRecord {
  id: number
  zone: string
  name: string
  type: RecordType
  value: string
  /** MX only */
  priority: number | null
  /** seconds */
  ttl: number
}

export interface NewRecord {
  name: string
  type: RecordType
  value: string
  priority?: number
  ttl?: number
  /** publish a CNAME beside other types, which real providers refuse */
  force?: boolean
}

export interface Zone {
  name: string
  serial: number
  mode: DnsMode
  nameServers: string[]
  records: ZoneRecord[]
}

export const DNS_MODES = ['up', 'silent', 'servfail', 'refused'] as const
export type DnsMode = (typeof DNS_MODES)[number]
export interface DnsState {
  /** the whole server */
  mode: DnsMode
  /** only the zones that are broken on their own */
  zones: Record<string, DnsMode>
}

export interface DkimVerdict {
  domain: string
  selector: string
  result: string
  aligned: boolean
}
export interface Verdict {
  dkim: DkimVerdict[]
  spf: { result: string; domain: string; aligned: boolean }
  dmarc: { result: string; policy: string | null; domain: string | null }
  /** the domain a mailbox provider shows as "signed-by" */
  signedBy: string | null
  /** the domain a mailbox provider shows as "mailed-by" */
  mailedBy: string | null
}
export interface VerdictSummary {
  dkim: string
  spf: string
  dmarc: string
  signedBy: string | null
  mailedBy: string | null
}

export interface MailSummary {
  /** the SES MessageId */
  id: string
  /** milliseconds since the epoch */
  at: number
  from: string
  to: string[]
  subject: string
  envelopeFrom: string
  sourceIp: string
  tenantName: string | null
  configurationSet: string | null
  tags: Record<string, string>
  /** null while the receiving side has not finished looking */
  verdict: VerdictSummary | null
}
export interface Mail extends Omit<MailSummary, 'verdict'> {
  raw: string
  headers: { name: string; value: string }[]
  text: string
  verdict: Verdict | null
}

export const FAULT_EFFECTS = ['hang', 'drop', 'throttle', 'error500', 'access_denied', 'unavailable'] as const
export type FaultEffect = (typeof FAULT_EFFECTS)[number]
export interface NewFault {
  /** an operation's name, or '*' for all */
  operation: string
  /** 'before': the work is not done; 'after': it is done durably and the answer is lost */
  when: 'before' | 'after'
  effect: FaultEffect
  /** how many calls it meets, default 1 */
  times?: number
  /** how many calls it lets pass first, default 0 */
  skip?: number
}
export interface Fault extends Required<NewFault> {
  id: number
}
export interface FaultHit {
  operation: string
  when: 'before' | 'after'
  effect: FaultEffect
  at: number
}
export interface FaultState {
  faults: Fault[]
  hits: FaultHit[]
}

export const CHECK_STATUSES = ['NOT_STARTED', 'PENDING', 'SUCCESS', 'TEMPORARY_FAILURE', 'FAILED'] as const
export type CheckStatus = (typeof CHECK_STATUSES)[number]

export interface IdentityView {
  name: string
  type: 'DOMAIN' | 'EMAIL_ADDRESS'
  createdAt: number
  verificationStatus: CheckStatus
  dkimStatus: CheckStatus
  tokens: string[]
  signingHostedZone: string
  mailFromDomain: string | null
  mailFromStatus: CheckStatus | null
  configurationSet: string | null
  errorType: string | null
}
export interface TenantView {
  name: string
  id: string
  arn: string
  sendingStatus: string
}
export interface SesCall {
  at: number
  operation: string
  status: number
  errorType?: string
}
export interface SesSettings {
  ratePerSecond: number
  burst: number
  confirmDelayMs: number
  eventualConsistencyMs: number
}
export interface SesState {
  identities: IdentityView[]
  tenants: TenantView[]
  configurationSets: { name: string; sendingEnabled: boolean }[]
  associations: { tenantName: string; resourceArn: string; at: number }[]
  calls: SesCall[]
  settings: SesSettings
}
export interface ForcedStatus {
  verificationStatus?: CheckStatus
  dkimStatus?: CheckStatus
  mailFromStatus?: CheckStatus
}

/** How the topic behaves; all of it is what the real one may do on a bad day. */
export interface SnsSettings {
  signatureVersion: '1' | '2'
  /** milliseconds before a notification leaves */
  lateMs: number
  /** every notification leaves two times, at once */
  twice: boolean
  /** every other notification is held back, so that the next overtakes it */
  outOfOrder: boolean
}
export const PUBLISH_KINDS = ['genuine', 'wrong_signature', 'foreign_topic'] as const
export type PublishKind = (typeof PUBLISH_KINDS)[number]
export interface SnsAttempt {
  messageId: string
  at: number
  /** HTTP status, or why there was none */
  result: number | string
}
export interface SnsState {
  topicArn: string
  subscription: { endpoint: string; confirmedAt: number | null } | null
  settings: SnsSettings
  /** notifications that are still to be delivered */
  waiting: number
  /** the last hundred, newest first */
  attempts: SnsAttempt[]
}

export type DeliverBy = 's3' | 'inline' | 'auto'
/** A letter as somebody in the outside world writes it. */
export interface Letter {
  fromName: string
  from: string
  to: string[]
  subject: string
  text: string
  html?: string
  /** content in base64 */
  file?: { name: string; type: string; content: string }
}
export interface NewArrival {
  /** envelope sender; empty for a bounce */
  from: string
  to: string[]
  /** the message in base64 */
  raw?: string
  /** instead of `raw` */
  letter?: Letter
  deliver?: DeliverBy
  /** of the content when it is inline, default BASE64 */
  encoding?: 'BASE64' | 'UTF8'
  /** where it says it comes from, for SPF */
  sourceIp?: string
  helo?: string
}
export interface Arrival {
  /** the mail network's id; null when nobody was accepted */
  messageId: string | null
  accepted: string[]
  /** recipients at names that nobody has verified here */
  refused: string[]
}
/** A message that the mail network took in. */
export interface ArrivedMail {
  id: string
  /** milliseconds since the epoch */
  at: number
  from: string
  to: string[]
  subject: string
  size: number
  by: 's3' | 'inline'
}
export interface Handover extends Letter {
  /** which way in: the mail network, or straight to a mail server */
  door: 'network' | { host: string; port: number }
}
export interface HandedOver {
  accepted: boolean
  /** what was said at the door */
  answer: string
}
