/** A refusal as it goes over the wire: `x-amzn-errortype` and a body with the message. */
export class SesError extends Error {
  readonly type: string
  readonly status: number
  /** AccessDenied alone writes it with a capital */
  readonly messageKey: 'message' | 'Message'

  constructor(type: string, status: number, message: string) {
    super(message)
    this.type = type
    this.status = status
    this.messageKey = type === 'AccessDeniedException' ? 'Message' : 'message'
  }
}

export const badRequest = (message: string) => new SesError('BadRequestException', 400, message)
export const notFound = (message: string) => new SesError('NotFoundException', 404, message)
export const alreadyExists = (message: string) => new SesError('AlreadyExistsException', 400, message)
export const accessDenied = (message: string) => new SesError('AccessDeniedException', 403, message)
export const tooManyRequests = (message: string) => new SesError('TooManyRequestsException', 429, message)
export const limitExceeded = (message: string) => new SesError('LimitExceededException', 400, message)
export const sendingPaused = (message: string) => new SesError('SendingPausedException', 400, message)
export const messageRejected = (message: string) => new SesError('MessageRejected', 400, message)
export const internalFailure = (message: string) => new SesError('InternalFailure', 500, message)
export const unavailable = (message: string) => new SesError('ServiceUnavailable', 503, message)

export const identityMissing = (name: string) => notFound(`Email identity ${name} does not exist.`)
export const configurationSetMissing = (name: string) =>
  notFound(`Configuration set <${name}> does not exist.`)
export const tenantMissing = (name: string) => notFound(`The requested tenant <${name}> does not exist.`)
