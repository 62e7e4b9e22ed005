import { describe, expect, it } from 'vitest'
import { configurationSetArn, identityArn } from './arns'
import { isNamed, MailNetworkTrouble, trouble } from './trouble'

const sdkError = (name: string, httpStatusCode?: number) =>
  Object.assign(new Error('text that may change'), {
    name,
    ...(httpStatusCode && { $metadata: { httpStatusCode } }),
  })

describe('what went wrong at the mail network is sorted by the name of the error', () => {
  it.each<[string, number | undefined, string]>([
    ['TooManyRequestsException', 429, 'busy'],
    ['LimitExceededException', 400, 'refused'],
    ['ThrottlingException', 400, 'busy'],
    ['Throttling', 400, 'busy'],
    ['RequestThrottledException', 429, 'busy'],
    ['ConcurrentModificationException', 500, 'busy'],
    ['AccessDeniedException', 403, 'refused'],
    ['UnrecognizedClientException', 403, 'refused'],
    ['InvalidClientTokenId', 403, 'refused'],
    ['SignatureDoesNotMatch', 403, 'refused'],
    ['ExpiredTokenException', 403, 'refused'],
    ['CredentialsProviderError', undefined, 'refused'],
    ['AccountSuspendedException', 400, 'refused'],
    ['SendingPausedException', 400, 'refused'],
    ['BadRequestException', 400, 'rejected'],
    ['MessageRejected', 400, 'rejected'],
    ['MailFromDomainNotVerifiedException', 400, 'rejected'],
    ['NotFoundException', 404, 'rejected'],
    ['InternalFailure', 500, 'unreachable'],
    ['ServiceUnavailable', 503, 'unreachable'],
    ['TimeoutError', undefined, 'unreachable'],
    ['Error', undefined, 'unreachable'],
  ])('%s (%s) is %s', (name, status, kind) => {
    const told = trouble('CreateTenant', sdkError(name, status))
    expect(told).toBeInstanceOf(MailNetworkTrouble)
    expect(told).toMatchObject({
      kind,
      operation: 'CreateTenant',
      providerCode: name,
      message: `CreateTenant: ${name}`,
    })
  })

  it.each([undefined, null, 'text', { name: 'AccessDenied' }])(
    '%j is unreachable: nothing is known',
    (thrown) => expect(trouble('SendEmail', thrown).kind).toBe('unreachable'),
  )

  it('trouble stays the trouble it was', () => {
    const first = trouble('SendEmail', sdkError('MessageRejected', 400))
    expect(trouble('GetTenant', first)).toBe(first)
    expect(isNamed(sdkError('NotFoundException'), 'NotFoundException')).toBe(true)
    expect(isNamed('NotFoundException', 'NotFoundException')).toBe(false)
  })
})

it('names of resources take account and region from a container', () => {
  const container = 'arn:aws:ses:eu-west-1:111122223333:tenant/letterhead-x/tn-1'
  expect(identityArn(container, 'mnexa.ai')).toBe('arn:aws:ses:eu-west-1:111122223333:identity/mnexa.ai')
  expect(configurationSetArn(container, 'set')).toBe(
    'arn:aws:ses:eu-west-1:111122223333:configuration-set/set',
  )
})
