import createClient, { type Client } from 'openapi-fetch'
import { insist, type Patience } from './insist'
import type { paths } from './schema'

export { LetterheadError } from './error'
export type { components, operations, paths } from './schema'

export interface Settings {
  /** where Letterhead is, such as https://letterhead.example.com */
  url: string
  /** an API key */
  token: string
  /** the organisation to act in, by slug or id; a key that belongs to one needs none */
  tenant?: string
  fetch?: (request: Request) => Promise<Response>
  /** names the program in the audit trail's terms: the User-Agent, where the platform lets it be set */
  userAgent?: string
  /** how long the client tries by itself; see Patience */
  patience?: Partial<Patience>
}

export type Letterhead = Client<paths, 'application/json'>

/**
 * Every call of the API, typed by its description. A write carries an Idempotency-Key, so that what is repeated is done
 * once. Calls throw LetterheadError, so `data` is there whenever one returns.
 */
export function createLetterhead(settings: Settings): Letterhead {
  const { url, token, tenant, fetch = globalThis.fetch, userAgent, patience } = settings
  const client = createClient<paths, 'application/json'>({
    baseUrl: `${url.replace(/\/+$/, '')}/api/v1`,
    fetch: insist(fetch, patience),
    // A redirect would carry the token to where nobody meant it to go.
    redirect: 'error',
    ...(userAgent && { headers: { 'user-agent': userAgent } }),
  })
  client.use({
    onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${token}`)
      if (tenant && !request.headers.has('letterhead-tenant'))
        request.headers.set('letterhead-tenant', tenant)
      if (request.method !== 'GET' && !request.headers.has('idempotency-key'))
        request.headers.set('idempotency-key', crypto.randomUUID())
      return request
    },
  })
  return client
}
