import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Call } from './document'
import { exitOf, exits } from './exit-codes'
import type { Io } from './io'
import { Refused, usage, type ErrorBody } from './refused'
import type { Settings } from './settings'
import { version } from './version'

export type Input = Record<string, unknown>

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

/** The same, answered as it comes. */
export async function callApi(
  io: Io,
  settings: Settings,
  call: Call,
  input: Input,
  key: string = randomUUID(),
): Promise<Response> {
  const rest = { ...input }
  const path = call.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    // Dots alone are steps in a path, also when they are encoded (WHATWG URL 4.1): another call would be made.
    if (typeof value !== 'string' || /^\.{0,2}$/.test(value)) throw usage(`This is no ${name}.`)
    return encodeURIComponent(value)
  })
  const url = new URL(settings.url + path)
  const bodyless = call.method === 'GET' || call.method === 'DELETE'
  if (bodyless)
    for (const [name, value] of Object.entries(rest))
      for (const one of [value].flat())
        if (one !== undefined && one !== null) url.searchParams.append(name, textOf(one))
  return send(io, settings, url, {
    method: call.method,
    headers: {
      authorization: `Bearer ${settings.token}`,
      ...(settings.tenant && call.realm === 'tenant' && { 'letterhead-tenant': settings.tenant }),
      ...(call.writes && { 'idempotency-key': key }),
      ...(!bodyless && { 'content-type': 'application/json' }),
    },
    ...(!bodyless && { body: JSON.stringify(rest) }),
  })
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

// A person waits: what takes longer is said instead, with the exit code that tells a script to come again.
const LONGEST_WAIT = 5
const ATTEMPTS = 3

/** Sends, waits as the server asks when that is short, and turns what it refused into Refused. */
export async function send(
  io: Io,
  { url: base }: { url: string },
  url: URL,
  init: RequestInit & { headers: Record<string, string> },
): Promise<Response> {
  const headers = { accept: 'application/json', 'user-agent': `letterhead-cli/${version}`, ...init.headers }
  for (let attempt = 1; ; attempt++) {
    // A redirect would carry the token to where nobody meant it to go.
    const request = new Request(url, { ...init, headers, redirect: 'error' })
    const response = await io.fetch(request).catch((error: unknown) => {
      const why = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
      throw new Refused(exits.tryAgain, { code: 'unreachable', message: `We could not reach ${base}${why}.` })
    })
    if (response.ok) return response
    const after = Number(response.headers.get('retry-after') ?? Number.NaN)
    if ([429, 503].includes(response.status) && after <= LONGEST_WAIT && attempt < ATTEMPTS) {
      await (io.sleep ?? wait)(after * 1000)
      continue
    }
    throw new Refused(exitOf(response.status), await errorOf(response))
  }
}

async function errorOf(response: Response): Promise<ErrorBody> {
  const body = (await response.json().catch(() => undefined)) as { error?: Partial<ErrorBody> } | undefined
  const { code = 'unknown', message = `The server answered ${response.status} and nothing we understand.` } =
    body?.error ?? {}
  return { ...body?.error, code, message }
}

export async function jsonOf(response: Response): Promise<unknown> {
  return response.json().catch(() => {
    throw new Refused(exits.failed, {
      code: 'unknown',
      message: 'The answer of the server is not JSON. Is the address right?',
    })
  })
}
