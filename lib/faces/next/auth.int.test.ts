import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import NextAuth from 'next-auth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { IDENTITY_CLIENT, startIdentityServer, type IdentityServer } from '@/e2e/support/identity-server'
import { ensurePerson, personBySession } from '@/lib/accounts/platform'
import { openSession } from '@/lib/accounts/testing/open-session'
import { DAY } from '@/lib/kernel/clock'
import { disconnect } from '@/lib/kernel/db/client'
import { closePool } from '@/lib/kernel/db/pool'
import { testDatabase, type TestDatabase } from '@/lib/local/testing/database'
import { tablesWith } from '@/lib/local/testing/dump'
import { becoming } from '../become'
import { askerBySession } from '../callers'
import { cookieIn } from '../cookies'
import { authOptions } from './auth'

const COOKIE = 'next-auth.session-token'
let database: TestDatabase
let provider: IdentityServer
let server: Server
let url: string
let ada: { id: string; email: string }
let noor: { id: string; email: string }

beforeAll(async () => {
  ;[database, provider] = await Promise.all([testDatabase(), startIdentityServer()])
  server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  Object.assign(process.env, {
    NEXTAUTH_URL: url,
    GOOGLE_ISSUER: provider.url,
    GITHUB_URL: provider.url,
    GOOGLE_CLIENT_ID: IDENTITY_CLIENT.id,
    GOOGLE_CLIENT_SECRET: IDENTITY_CLIENT.secret,
    GITHUB_CLIENT_ID: IDENTITY_CLIENT.id,
    GITHUB_CLIENT_SECRET: IDENTITY_CLIENT.secret,
  })
  ada = await ensurePerson({ email: 'ada@mnexa.ai', name: 'Ada' })
  noor = await ensurePerson({ email: 'noor@harbor.example', name: 'Noor' })
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await provider.stop()
  await disconnect()
  await closePool()
  await database.drop()
})
beforeEach(() => sql('delete from "Account"'))

const sql = (text: string) => database.ask<object>(text)

/** next-auth's other entrance, for plain Node: the same options, without a running Next. */
async function serve(...[request, response]: Parameters<NonNullable<Parameters<typeof createServer>[1]>>) {
  const { pathname, searchParams } = new URL(request.url ?? '', url)
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const cookie = request.headers.cookie ?? ''
  const asker = await askerBySession(cookieIn(new Headers({ cookie }), COOKIE))
  const [sessionId, signedInAs] = asker.kind === 'person' ? [asker.session.id, asker.user.id] : [null, null]
  Object.assign(request, {
    query: { ...Object.fromEntries(searchParams), nextauth: pathname.split('/').slice(3) },
    cookies: Object.fromEntries(
      cookie.split('; ').map((c) => [c.split('=')[0], decodeURIComponent(c.slice(c.indexOf('=') + 1))]),
    ),
    body: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())),
  })
  Object.assign(response, {
    status: (code: number) => Object.assign(response, { statusCode: code }),
    json: (body: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)),
    send: (body: unknown) => response.end(typeof body === 'string' ? body : JSON.stringify(body)),
  })
  const how = { door: 'web', address: '192.0.2.7' } as const
  await NextAuth(
    request as never,
    response as never,
    authOptions({
      ...{ label: request.headers['user-agent'] ?? null, address: how.address },
      ...{ sessionId, signedInAs, become: becoming(how) },
    }),
  )
}

/** A browser that follows nothing by itself and keeps its cookies. */
async function browser(session?: string) {
  const jar = new Map<string, string>(session ? [[COOKIE, session]] : [])
  const go = async (to: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const own = to.startsWith(url)
    const answer = await fetch(to, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(own && { cookie }), 'user-agent': 'Firefox/140.0 Linux' },
    })
    if (own)
      for (const set of answer.headers.getSetCookie()) {
        const [pair = ''] = set.split(';')
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
      }
    return answer
  }
  return {
    session: () => jar.get(COOKIE),
    async signIn(by: 'google' | 'github'): Promise<string> {
      const { csrfToken } = (await (await go(`${url}/api/auth/csrf`)).json()) as { csrfToken: string }
      const started = await go(`${url}/api/auth/signin/${by}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ csrfToken, callbackUrl: `${url}/home`, json: 'true' }),
      })
      const there = await go(((await started.json()) as { url: string }).url)
      const back = await go(there.headers.get('location') ?? '')
      return (back.headers.get('location') ?? '').replace(url, '')
    },
  }
}
const signedIn = (who: { id: string }) => openSession(who.id, new Date(Date.now() + DAY))

describe.each(['google', 'github'] as const)('%s', (by) => {
  const adas = { sub: '4711', email: 'ada@mnexa.ai', verified: true }

  it('an account that nobody connected opens nothing, also with the address of somebody here', async () => {
    provider.be(adas)
    const stranger = await browser()
    expect(await stranger.signIn(by)).toBe('/sign-in?refused=provider_not_connected')
    expect(stranger.session()).toBeUndefined()
    expect(await sql('select 1 from "Account"')).toEqual([])
  })

  it('nobody is made by it', async () => {
    provider.be({ sub: '4712', email: 'new@example.com', verified: true })
    expect(await (await browser()).signIn(by)).toBe('/sign-in?refused=provider_not_connected')
    expect(await sql(`select 1 from "User" where email = 'new@example.com'`)).toEqual([])
  })

  it('connected while signed in, it signs in from then on; no token of the provider is kept', async () => {
    provider.be(adas)
    const before = await signedIn(ada)
    expect(await (await browser(before)).signIn(by)).toBe('/home')
    expect(await sql('select provider, "providerAccountId", "userId" from "Account"')).toEqual([
      { provider: by, providerAccountId: '4711', userId: ada.id },
    ])
    const later = await browser()
    expect(await later.signIn(by)).toBe('/home')
    const session = later.session() ?? ''
    const found = await personBySession(session)
    expect(found).toMatchObject({ user: { email: ada.email } })
    expect(await tablesWith(database, session)).toEqual([])
    expect(
      await sql(
        `select action, address, subject from "AuditEvent" where "credentialId" = '${found!.session.id}'`,
      ),
    ).toEqual([{ action: 'session.opened', address: '192.0.2.7', subject: 'Firefox on Linux' }])
    expect(await sql(`select 1 from "AuditEvent" where action = 'person.connected'`)).not.toEqual([])
  })

  it('whose address is not confirmed there is let in nowhere, also when connected', async () => {
    provider.be({ ...adas, verified: false })
    expect(await (await browser()).signIn(by)).toBe('/sign-in?refused=provider_unverified')
    expect(await (await browser(await signedIn(ada))).signIn(by)).toBe('/account?refused=provider_unverified')
    provider.be(adas)
    await (await browser(await signedIn(ada))).signIn(by)
    provider.be({ ...adas, verified: false })
    expect(await (await browser()).signIn(by)).toBe('/sign-in?refused=provider_unverified')
  })

  it("what is connected to one person is not taken over by another's session", async () => {
    provider.be(adas)
    await (await browser(await signedIn(ada))).signIn(by)
    expect(await (await browser(await signedIn(noor))).signIn(by)).toBe('/account?refused=provider_taken')
    expect(await sql('select "userId" from "Account"')).toEqual([{ userId: ada.id }])
  })
})
