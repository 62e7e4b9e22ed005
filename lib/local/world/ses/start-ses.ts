import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { BodyTooLarge, listenHttp, readBody, type HttpServer } from '../http'
import { LostAnswer, applyFault } from './apply-fault'
import type { Bucket } from './bucket'
import type { Ses } from './context'
import { internalFailure, SesError, tooManyRequests } from './errors'
import type { Faults } from './faults'
import { HANDLERS } from './handlers'
import { isObject, type Body } from './input'
import { matchRoute } from './match-route'
import { sha256, verifySignature, type Credentials } from './signature'

export interface SesServerOptions {
  host: string
  port: number
  ses: Ses
  faults: Faults
  /** the management calls' turn-taking; SendEmail has its own */
  management: Bucket
  credentials: Credentials
}

// A 40 MB message is about 54 MB of base64.
const MOST_OCTETS = 56 * 1024 * 1024

export async function startSes(options: SesServerOptions): Promise<HttpServer> {
  const working = new Set<Promise<void>>()
  const server = await listenHttp(options.host, options.port, (request, response) => {
    const work = serve(request, response, options).finally(() => working.delete(work))
    working.add(work)
  })
  return {
    url: server.url,
    async close() {
      await server.close()
      // Work that has begun still writes to the store.
      await Promise.allSettled(working)
    },
  }
}

/** Answers one call: who asks, whose turn, the work, the answer. Faults may strike around the work. */
async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: SesServerOptions,
): Promise<void> {
  const { ses, faults } = options
  const [rawPath = '', rawQuery = ''] = (request.url ?? '').split('?')
  const match = matchRoute(request.method ?? '', rawPath)
  const operation = match?.operation ?? 'Unknown'
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  const log = (status: number, errorType?: string) =>
    ses.store.calls.add({ at: Date.now(), operation, status, ...(errorType && { errorType }) })

  try {
    const body = await readBody(request, MOST_OCTETS)
    const { method = '', headers } = request
    const signed = { method, rawPath, rawQuery, headers, bodyHash: sha256(body) }
    verifySignature(signed, options.credentials, Date.now())
    if (!match) throw new SesError('UnknownOperationException', 404, 'The requested operation is not known.')
    takeTurn(options, operation)
    await applyFault(faults.meet(operation, 'before'), faults, gone.signal)
    const call = { params: match.params, query: new URLSearchParams(rawQuery), body: parseBody(body) }
    const result = await HANDLERS[match.operation](ses, call)
    await applyFault(faults.meet(operation, 'after'), faults, gone.signal)
    log(200)
    send(response, 200, result)
  } catch (error) {
    if (error instanceof LostAnswer) {
      log(0, 'LostAnswer')
      response.socket?.destroy()
      return
    }
    const refusal = toRefusal(error)
    log(refusal.status, refusal.type)
    send(response, refusal.status, { [refusal.messageKey]: refusal.message }, refusal.type)
  }
}

function takeTurn({ ses, management }: SesServerOptions, operation: string): void {
  if (operation === 'SendEmail') return
  const { ratePerSecond, burst } = ses.settings()
  if (!management.take(1, ratePerSecond, burst)) throw tooManyRequests('Rate exceeded')
}

function parseBody(bytes: Buffer): Body {
  if (bytes.length === 0) return {}
  try {
    const parsed: unknown = JSON.parse(bytes.toString('utf8'))
    if (isObject(parsed)) return parsed
  } catch {
    // said below
  }
  throw new SesError('SerializationException', 400, 'The request body is not a JSON object.')
}

function toRefusal(error: unknown): SesError {
  if (error instanceof SesError) return error
  if (error instanceof BodyTooLarge)
    return new SesError('RequestEntityTooLarge', 413, 'The request is too large.')
  return internalFailure(error instanceof Error ? error.message : 'The request failed.')
}

function send(response: ServerResponse, status: number, body: object, errorType?: string): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-amzn-requestid': randomUUID(),
    ...(errorType && { 'x-amzn-errortype': errorType }),
  })
  response.end(JSON.stringify(body))
}
