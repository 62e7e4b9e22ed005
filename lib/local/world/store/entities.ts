import type { CheckStatus } from '../types'

export interface Tag {
  Key: string
  Value: string
}

export type VerificationError = 'DNS_SERVER_ERROR' | 'HOST_NOT_FOUND' | 'TYPE_NOT_FOUND' | 'INVALID_VALUE'

/** One thing SES keeps looking for in the customer's DNS. All times are milliseconds. */
export interface Watch {
  status: CheckStatus
  /** when the present search began: 72 h later it has failed */
  since: number
  /** the records have been right, without a break, since then */
  rightSince?: number
  /** they have been wrong (or unreachable) since then */
  wrongSince?: number
  error?: VerificationError
  /** set by hand in the panel: DNS doesn't move it */
  held?: boolean
}

export interface SigningKey {
  selector: string
  privateKey: string
  /** base64 SPKI, as a DKIM record holds it */
  publicKey: string
}

export type KeyLength = 'RSA_1024_BIT' | 'RSA_2048_BIT'

export interface Identity {
  name: string
  type: 'DOMAIN' | 'EMAIL_ADDRESS'
  createdAt: number
  verification: { status: CheckStatus; held?: boolean }
  dkim: Watch & {
    enabled: boolean
    origin: 'AWS_SES' | 'EXTERNAL'
    keys: SigningKey[]
    keyLength: KeyLength
    generatedAt: number
  }
  mailFrom: (Watch & { domain: string }) | null
  behaviorOnMxFailure: 'USE_DEFAULT_VALUE' | 'REJECT_MESSAGE'
  feedbackForwarding: boolean
  configurationSet: string | null
  tags: Tag[]
  lastSuccessAt?: number
}

export interface Tenant {
  name: string
  id: string
  arn: string
  createdAt: number
  tags: Tag[]
  policy: string
  customerStatus: { status: SendingStatus; at: number }
  awsStatus: { status: SendingStatus; at: number }
  suppression?: { SuppressedReasons: string[]; SuppressionScope: string }
}
export type SendingStatus = 'ENABLED' | 'DISABLED' | 'REINSTATED'

export interface ConfigurationSet {
  name: string
  createdAt: number
  sendingEnabled: boolean
  tags: Tag[]
  /** the option groups this world stores and gives back without acting on them */
  options: Record<string, unknown>
}

export interface Association {
  tenantName: string
  resourceArn: string
  at: number
}

export interface Account {
  sendingEnabled: boolean
}

/** The world's own second signature, d=amazonses.com. */
export type WorldKey = SigningKey

export interface Bucket {
  name: string
  createdAt: number
}

/** What notifications are signed with. */
export interface SigningCertificate {
  privateKey: string
  /** PEM */
  certificate: string
  expiresAt: number
}

/** Where notifications are sent: once it was asked whether it wants them, and said so. */
export interface Subscription {
  arn: string
  endpoint: string
  token: string
  confirmedAt: number | null
}
