import { openSession } from '@/lib/accounts/testing/open-session'
import { createKey } from '@/lib/credentials/create-key'
import { createPlatformKey } from '@/lib/credentials/create-platform-key'
import { DAY } from '@/lib/kernel/clock'
import { scopesFor } from '@/lib/kernel/permissions'
import type { Customer, TestProduct } from '@/lib/local/testing/product'
import type { ErrorBody } from '../answer'
import { handleRest } from '../handle'
import { sessionCookie } from '../../session-cookie'

export interface Told {
  status: number
  headers: Headers
  text: string
  /** empty when it is no JSON */
  body: Partial<ErrorBody> & Record<string, unknown>
}

type More = { body?: unknown; headers?: Record<string, string> }

/** One call, as whoever has these headers. */
export async function ask(
  line: string,
  who: Record<string, string>,
  { body, headers }: More = {},
): Promise<Told> {
  const [method, path] = line.split(' ') as [string, string]
  const response = await handleRest(
    new Request(`http://localhost:3000/api/v1${path}`, {
      method,
      headers: { ...who, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  )
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') && text !== ''
  const { status, headers: told } = response
  return { status, headers: told, text, body: isJson ? (JSON.parse(text) as Told['body']) : {} }
}

/** A new key of a customer, with everything a key can have unless said otherwise. */
export async function keyOf({ owner }: Customer, scopes: string[] = scopesFor('key')) {
  const { secret } = await createKey(owner, { name: 'deploy', scopes })
  return { authorization: `Bearer ${secret}` }
}

export async function platformKey({ admin }: TestProduct) {
  const scopes = [...scopesFor('platform_key'), ...scopesFor('key')]
  const { secret } = await createPlatformKey(admin, { name: 'deploy', scopes })
  return { authorization: `Bearer ${secret}` }
}

const later = () => new Date(Date.now() + DAY)

/** A page of ours, open in somebody's browser. */
export const browserOf = async (userId: string, tenant?: string) => ({
  cookie: `other=1; ${sessionCookie()}=${await openSession(userId, later())}`,
  'sec-fetch-site': 'same-origin',
  ...(tenant && { 'letterhead-tenant': tenant }),
})

export const terminalOf = async (userId: string, tenant?: string) => ({
  authorization: `Bearer ${await openSession(userId, later(), { kind: 'cli', label: 'a terminal' })}`,
  ...(tenant && { 'letterhead-tenant': tenant }),
})
