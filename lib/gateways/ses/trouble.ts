/**
 * What can go wrong at the mail network, in our words.
 * - `busy`: throttled; nothing was done, try later
 * - `unreachable`: no usable answer; for a call that changes something the outcome is not known
 * - `refused`: our rights or settings are wrong; only an operator can mend it
 * - `rejected`: this request is not acceptable as it is
 */
export type TroubleKind = 'busy' | 'unreachable' | 'refused' | 'rejected'

export class MailNetworkTrouble extends Error {
  readonly kind: TroubleKind
  readonly operation: string
  /** the provider's error name: for the log and for admins, never for customers */
  readonly providerCode: string

  constructor(kind: TroubleKind, operation: string, providerCode: string, cause: unknown) {
    super(`${operation}: ${providerCode}`, { cause })
    this.name = 'MailNetworkTrouble'
    this.kind = kind
    this.operation = operation
    this.providerCode = providerCode
  }
}

const busy = [
  'TooManyRequestsException',
  'ThrottlingException',
  'Throttling',
  'ConcurrentModificationException',
]
const refused = [
  'AccessDeniedException',
  'AccessDenied',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'InvalidClientTokenId',
  'ExpiredTokenException',
  'IncompleteSignature',
  'MissingAuthenticationTokenException',
  'MissingAuthenticationToken',
  'CredentialsProviderError',
  'AccountSuspendedException',
  'SendingPausedException',
  // A quota of the account's, such as the number of identities: it does not pass by itself.
  'LimitExceededException',
  'RequestExpired',
]

/** Sorts an SDK error by its name (AWS common errors, SES v2 error list); never by its text. */
export function trouble(operation: string, error: unknown): MailNetworkTrouble {
  if (error instanceof MailNetworkTrouble) return error
  const { name, status } = nameAndStatus(error)
  if (busy.includes(name) || status === 429) return new MailNetworkTrouble('busy', operation, name, error)
  if (refused.includes(name)) return new MailNetworkTrouble('refused', operation, name, error)
  if (status !== undefined && status >= 400 && status < 500)
    return new MailNetworkTrouble('rejected', operation, name, error)
  return new MailNetworkTrouble('unreachable', operation, name, error)
}

export const isNamed = (error: unknown, name: string): boolean => nameAndStatus(error).name === name

function nameAndStatus(error: unknown): { name: string; status: number | undefined } {
  if (!(error instanceof Error)) return { name: 'Unknown', status: undefined }
  const metadata = '$metadata' in error ? (error.$metadata as { httpStatusCode?: number }) : undefined
  return { name: error.name, status: metadata?.httpStatusCode }
}
