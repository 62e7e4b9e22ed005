import { randomUUID } from 'node:crypto'
import { createLetterhead, LetterheadError } from '@/lib/client'
import type { Call } from './document'
import { exitOf, exits } from './exit-codes'
import type { Io } from './io'
import { Refused, usage, type ErrorBody } from './refused'
import type { Settings } from './settings'
import { version } from './version'

export type Input = Record<string, unknown>

const USER_AGENT = `letterhead-cli/${version}`
// A person waits: what takes longer, or does not answer, is said instead, with the exit code that tells a script to
// come again.
const PATIENCE = { attempts: 3, longestWait: 5, unanswered: false }

/** One operation over REST; the answer is JSON. @throws Refused */
export async function callJson(
  io: Io,
  settings: Settings,
  call: Call,
  input: Input,
  key?: string,
): Promise<unknown> {
  const response = await callApi(io, settings, call, input, key)
  return jsonOf(response)
}

/** The same, answered as it comes. The operation is known at run time only, so the client's types are left aside. */
export async function callApi(
  io: Io,
  { url, token, tenant }: Settings,
  call: Call,
  input: Input,
  key: string = randomUUID(),
): Promise<Response> {
  const client = createLetterhead({
    ...{ url, token, fetch: io.fetch, userAgent: USER_AGENT },
    ...(tenant && call.realm === 'tenant' && { tenant }),
    patience: { ...PATIENCE, ...(io.sleep && { sleep: io.sleep }) },
  })
  const of = (place: 'path' | 'query' | 'body') =>
    Object.fromEntries(
      Object.entries(input).filter(([name, value]) => placeOf(call, name) === place && value != null),
    )
  const path = of('path')
  for (const [name, value] of Object.entries({ ...pathNames(call), ...path }))
    // Dots alone are steps in a path, also when they are encoded (WHATWG URL 4.1): another call would be made.
    if (typeof value !== 'string' || /^\.{0,2}$/.test(value)) throw usage(`This is no ${name}.`)
  const { response } = await client
    .request(
      call.method.toLowerCase() as never,
      call.path.replace(/^\/api\/v1/, '') as never,
      {
        params: { path, query: of('query') },
        ...(!isBodyless(call) && { body: bodyOf(call, input) }),
        ...(call.writes && { headers: { 'idempotency-key': key } }),
        parseAs: 'stream',
      } as never,
    )
    .catch((error: unknown) => {
      throw refusedBy(error, url)
    })
  return response
}

const isBodyless = ({ method }: Call) => method === 'GET' || method === 'DELETE'

/** Path parameters stand in the path; what else was given goes where the method has room for it. */
function placeOf(call: Call, name: string): 'path' | 'query' | 'body' {
  if (name in pathNames(call)) return 'path'
  return isBodyless(call) ? 'query' : 'body'
}

const pathNames = ({ path }: Call): Record<string, undefined> =>
  Object.fromEntries(
    (path.match(/(?<=\{)\w+(?=\})/g) ?? []).map((name): [string, undefined] => [name, undefined]),
  )

const bodyOf = (call: Call, input: Input) =>
  Object.fromEntries(Object.entries(input).filter(([name]) => placeOf(call, name) === 'body'))

/** What the client was refused, or why it got no answer, with the exit code that it ends with. */
function refusedBy(error: unknown, url: string): Refused {
  if (!(error instanceof LetterheadError)) return unreachable(error, url)
  const { code, message, fields, nextStep, requestId, status } = error
  return new Refused(exitOf(status), {
    ...{ code, message },
    ...(code !== 'unknown' && { fields, next_step: nextStep, ...(requestId && { request_id: requestId }) }),
  })
}

function unreachable(error: unknown, url: string): Refused {
  const why = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
  return new Refused(exits.tryAgain, { code: 'unreachable', message: `We could not reach ${url}${why}.` })
}

/** One of the two steps of a sign-in, for which nobody has a token: they are no operations. @throws Refused */
export async function post(io: Io, url: string, path: string, body: object): Promise<unknown> {
  const headers = { accept: 'application/json', 'content-type': 'application/json', 'user-agent': USER_AGENT }
  const request = new Request(url + path, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    redirect: 'error',
  })
  const response = await io.fetch(request).catch((error: unknown) => {
    throw unreachable(error, url)
  })
  const answer = (await jsonOf(response)) as { error?: Partial<ErrorBody> }
  if (response.ok) return answer
  const { code = 'unknown', message = `The server answered ${response.status} and nothing we understand.` } =
    answer.error ?? {}
  throw new Refused(exitOf(response.status), { ...answer.error, code, message })
}

async function jsonOf(response: Response): Promise<unknown> {
  return response.json().catch(() => {
    throw new Refused(exits.failed, {
      code: 'unknown',
      message: 'The answer of the server is not JSON. Is the address right?',
    })
  })
}
