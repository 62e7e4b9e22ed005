import { randomUUID } from 'node:crypto'
import { operations } from '@/lib/operations'
import type { Caller } from '@/lib/kernel/caller'
import { AppError } from '@/lib/kernel/errors'
import type { SentFile } from '@/lib/kernel/file'
import { refusalOf } from '../refusal-of'
import { DONE, json, refused, retryAfterOf } from './answer'
import { idempotencyKeyIn } from './idempotency/key'
import { once, type Ended } from './idempotency/once'
import { readInput } from './input'
import { takeCall, takeFailure, type Spent } from './limits'
import { openapiText } from './openapi/document'
import { findRoute, routesOf, type AnyOperation, type Route } from './router'
import { sent } from './file/sent'
import { formatIn, streamed } from './stream/rows'
import { addressIn, callerOf, whoAsks, type Who } from './who'

export const BASE = '/api/v1'

/** The REST face over some operations: plain requests in, plain responses out. It never throws. */
export function restOver(list: readonly AnyOperation[]): (request: Request) => Promise<Response> {
  const routes = routesOf(list)
  return async (request) => {
    const requestId = randomUUID()
    const headers = new Headers({ 'cache-control': 'private, no-store', 'x-request-id': requestId })
    const response = await answer(routes, request, headers).catch((error: unknown) => {
      const { status, body, retryAfter } = endedBy(error, 'rest', requestId)
      if (retryAfter) headers.set('retry-after', String(retryAfter))
      if (status === 401) headers.set('www-authenticate', challenge(request))
      return json({ status, body }, headers)
    })
    if (request.method !== 'HEAD') return response
    await response.body?.cancel()
    return new Response(null, response)
  }
}

export const handleRest = restOver(operations)

/** Route, who, rate, input, once, operation: in this order, each before the next costs anything. */
async function answer(routes: Route[], request: Request, headers: Headers): Promise<Response> {
  const path = new URL(request.url).pathname.slice(BASE.length)
  if (path === '/openapi.json' && ['GET', 'HEAD'].includes(request.method)) return described(headers)
  const match = findRoute(routes, request.method, path)
  if (!match.route) return withoutRoute(request, match.allow, headers)
  const { route, params } = match
  const requestId = headers.get('x-request-id')!
  const who = await whoAsks(request, requestId).catch((error: unknown) => failed(request, error, headers))
  const caller = await admitted(request, who, route.operation, headers)
  const input = await readInput(request, route, params)
  const { spec } = route.operation
  if (spec.file) return sent((await route.operation(caller, input as never)) as SentFile, headers)
  if (spec.streams) return stream(request, route.operation, caller, input, headers)
  const key = spec.effect === 'write' ? idempotencyKeyIn(request.headers) : null
  const run = () => perform(route.operation, caller, input, requestId)
  const ended = key === null ? await run() : await once(caller, key, route.operation, input, run)
  if (ended.retryAfter) headers.set('retry-after', String(ended.retryAfter))
  if ('replayed' in ended && ended.replayed) headers.set('idempotency-replayed', 'true')
  return json(ended, headers)
}

function described(headers: Headers): Response {
  headers.set('content-type', 'application/json; charset=utf-8')
  return new Response(openapiText(), { headers })
}

function withoutRoute(request: Request, allow: string[], headers: Headers): Response {
  if (allow.length === 0) throw new AppError('no_such_route')
  headers.set('allow', allow.join(', '))
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers })
  throw new AppError('method_not_allowed')
}

/** Whoever does not show who they are is counted by address. */
async function failed(request: Request, error: unknown, headers: Headers): Promise<never> {
  if (error instanceof AppError) within(await takeFailure(addressIn(request)), headers)
  throw error
}

/** The caller, once their call is taken out of the limits; one who may not is counted as well. */
async function admitted(
  request: Request,
  who: Who,
  { spec }: AnyOperation,
  headers: Headers,
): Promise<Caller> {
  let caller: Caller | undefined
  let refusal: unknown
  try {
    caller = callerOf(request, who, spec.permission)
  } catch (error) {
    refusal = error
  }
  within(await takeCall(who, caller), headers)
  if (!caller) throw refusal
  return caller
}

function within({ ok, retryAfter, headers: told }: Spent, headers: Headers): void {
  for (const [name, value] of Object.entries(told)) headers.set(name, value)
  if (!ok) throw new AppError('too_many_requests', { retryAfter, next: `Try again in ${retryAfter} s.` })
}

async function perform(
  operation: AnyOperation,
  caller: Caller,
  input: unknown,
  requestId: string,
): Promise<Ended> {
  try {
    return { status: DONE, body: await operation(caller, input as never) }
  } catch (error) {
    return endedBy(error, operation.spec.name, requestId)
  }
}

async function stream(
  request: Request,
  operation: AnyOperation,
  caller: Caller,
  input: unknown,
  headers: Headers,
): Promise<Response> {
  const format = formatIn(request.url)
  const { rows } = (await operation(caller, input as never)) as {
    rows: AsyncIterable<Record<string, unknown>>
  }
  return streamed(rows, format, operation.spec.name, headers)
}

function endedBy(error: unknown, operation: string, requestId: string): Ended {
  const refusal = refusalOf(error, operation, requestId)
  const { code } = refusal
  const known = error instanceof AppError ? error.retryAfter : undefined
  return { ...refused(refusal, requestId), code, retryAfter: retryAfterOf(code, known) }
}

/** RFC 6750 3: the error is named only when something was shown. */
const challenge = (request: Request) =>
  request.headers.has('authorization') ? 'Bearer error="invalid_token"' : 'Bearer'
