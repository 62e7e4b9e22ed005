import { SesError } from '../ses/errors'

/** A refusal as object storage writes it: a code in XML. */
export class S3Error extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, status: number, message: string) {
    super(message)
    this.code = code
    this.status = status
  }
}

export const noSuchKey = () => new S3Error('NoSuchKey', 404, 'The specified key does not exist.')
export const noSuchBucket = () => new S3Error('NoSuchBucket', 404, 'The specified bucket does not exist')
export const invalidRequest = (message: string) => new S3Error('InvalidRequest', 400, message)
export const badDigest = (what: string) =>
  new S3Error('BadDigest', 400, `The ${what} you specified did not match what we received.`)
export const tooLarge = () =>
  new S3Error('EntityTooLarge', 400, 'Your proposed upload exceeds the maximum allowed size')
export const notImplemented = (what: string) =>
  new S3Error('NotImplemented', 501, `A header you provided implies functionality that is not here: ${what}.`)

// What the shared check of signatures refuses with, in this service's words.
const CODES: Record<string, string> = {
  MissingAuthenticationTokenException: 'AccessDenied',
  IncompleteSignatureException: 'AuthorizationHeaderMalformed',
  UnrecognizedClientException: 'InvalidAccessKeyId',
  InvalidSignatureException: 'SignatureDoesNotMatch',
}

export function toS3Error(error: unknown): S3Error {
  if (error instanceof S3Error) return error
  if (error instanceof SesError)
    return new S3Error(CODES[error.type] ?? 'AccessDenied', error.status, error.message)
  return new S3Error('InternalError', 500, error instanceof Error ? error.message : 'The request failed.')
}
