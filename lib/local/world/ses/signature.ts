import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { SesError } from './errors'

export interface SignedRequest {
  method: string
  /** as it came over the wire, still encoded */
  rawPath: string
  rawQuery: string
  headers: Record<string, string | string[] | undefined>
  /** what stands for the body in what is signed: its SHA-256 in hex, or the word that says it is not signed */
  bodyHash: string
}
export interface Credentials {
  accessKeyId: string
  secretAccessKey: string
  region: string
}

export type Service = 'ses' | 's3'
const CLOCK_TOLERANCE_MS = 5 * 60_000
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]+)$/

/** Signature version 4, checked from its description and not with the signer's own library. */
export function verifySignature(
  request: SignedRequest,
  known: Credentials,
  now: number,
  wanted: Service = 'ses',
): void {
  const authorization = header(request, 'authorization')
  if (!authorization) throw refuse('MissingAuthenticationTokenException', 'Missing Authentication Token')
  const [, credential = '', signedHeaders = '', signature = ''] = AUTHORIZATION.exec(authorization) ?? []
  const [accessKeyId, day, region, service, terminator] = credential.split('/')
  const date = header(request, 'x-amz-date')
  if (!accessKeyId || !day || !date || terminator !== 'aws4_request' || !signature)
    throw refuse('IncompleteSignatureException', 'The request signature does not conform to AWS standards.')
  if (accessKeyId !== known.accessKeyId || header(request, 'x-amz-security-token'))
    throw refuse('UnrecognizedClientException', 'The security token included in the request is invalid.')
  if (service !== wanted) throw invalid(`Credential should be scoped to correct service: '${wanted}'.`)
  if (region !== known.region)
    throw invalid(`Credential should be scoped to a valid region, not '${region}'.`)
  checkClock(date, now)

  const names = signedHeaders.split(';')
  if (!date.startsWith(day) || !names.includes('host') || !names.includes('x-amz-date')) throw mismatch()
  const scope = `${day}/${region}/${wanted}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonicalRequest(request, names, wanted))].join(
    '\n',
  )
  const key = [day, region, wanted, 'aws4_request'].reduce<Buffer | string>(
    (secret, part) => hmac(secret, part),
    `AWS4${known.secretAccessKey}`,
  )
  const expected = hmac(key, toSign)
  const given = Buffer.from(signature, 'hex')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw mismatch()
}

function canonicalRequest(request: SignedRequest, names: string[], service: Service): string {
  const headers = names.map((name) => `${name}:${header(request, name).trim().replace(/\s+/g, ' ')}\n`)
  return [
    request.method,
    // Every service but S3 encodes the path once more, on top of what the wire carries.
    service === 's3' ? request.rawPath : request.rawPath.split('/').map(strictEncode).join('/'),
    canonicalQuery(request.rawQuery),
    headers.join(''),
    names.join(';'),
    request.bodyHash,
  ].join('\n')
}

function canonicalQuery(rawQuery: string): string {
  return [...new URLSearchParams(rawQuery)]
    .map(([name, value]) => `${strictEncode(name)}=${strictEncode(value)}`)
    .sort()
    .join('&')
}

function checkClock(date: string, now: number): void {
  const at = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (Number.isNaN(at))
    throw refuse('IncompleteSignatureException', `Date must be in ISO-8601 'basic format'.`)
  if (at < now - CLOCK_TOLERANCE_MS)
    throw invalid(`Signature expired: ${date} is now earlier than ${basicDate(now - CLOCK_TOLERANCE_MS)}`)
  if (at > now + CLOCK_TOLERANCE_MS)
    throw invalid(
      `Signature not yet current: ${date} is still later than ${basicDate(now + CLOCK_TOLERANCE_MS)}`,
    )
}

const basicDate = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')
const header = (request: SignedRequest, name: string) => String(request.headers[name] ?? '')
const strictEncode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
export const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: Buffer | string, data: string) => createHmac('sha256', key).update(data).digest()
const refuse = (type: string, message: string) => new SesError(type, 403, message)
const invalid = (message: string) => refuse('InvalidSignatureException', message)
const mismatch = () =>
  invalid('The request signature we calculated does not match the signature you provided.')
