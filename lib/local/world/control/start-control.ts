import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { BodyTooLarge, listenHttp, readBody, type HttpServer } from '../http'
import type { ControlWorld } from './context'
import { ControlError } from './error'
import { matchControl } from './routes'

export interface ControlOptions {
  host: string
  port: number
  token: string
  world: ControlWorld
}

// The longest request of the panel is one record; whole messages come in base64.
const MOST_OCTETS = 64 * 1024
const MOST_MAIL_OCTETS = 56 * 1024 * 1024

export function startControl(options: ControlOptions): Promise<HttpServer> {
  return listenHttp(options.host, options.port, (request, response) => void serve(request, response, options))
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { token, world }: ControlOptions,
): Promise<void> {
  try {
    if (!bearerIs(token, request.headers.authorization))
      throw new ControlError(401, 'unauthorized', 'The bearer token is missing or wrong.')
    const [path = '', query = ''] = (request.url ?? '').split('?')
    const match = matchControl(request.method ?? '', path)
    if (!match) throw new ControlError(404, 'not_found', 'There is no such route.')
    const isMail = path === '/inbound' || path === '/letters'
    const body = parse(await readBody(request, isMail ? MOST_MAIL_OCTETS : MOST_OCTETS))
    send(
      response,
      200,
      await match.handler(world, { parts: match.parts, query: new URLSearchParams(query), body }),
    )
  } catch (error) {
    const { status, code, message, field } = toControlError(error)
    send(response, status, { error: { code, message, ...(field && { field }) } })
  }
}

/** Digests have one length, so comparing them takes one time. */
function bearerIs(token: string, authorization: string | undefined): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(`Bearer ${token}`), digest(authorization ?? ''))
}

function parse(bytes: Buffer): Record<string, unknown> {
  if (bytes.length === 0) return {}
  try {
    const parsed: unknown = JSON.parse(bytes.toString('utf8'))
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed }
  } catch {
    // said below
  }
  throw new ControlError(400, 'bad_json', 'The body is not a JSON object.')
}

function toControlError(error: unknown): ControlError {
  if (error instanceof ControlError) return error
  if (error instanceof BodyTooLarge) return new ControlError(413, 'too_large', 'The body is too large.')
  return new ControlError(500, 'internal', error instanceof Error ? error.message : 'The request failed.')
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}
