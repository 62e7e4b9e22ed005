import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Who the next one to come is, as the provider knows them. */
export interface Account {
  sub: string
  email: string
  verified: boolean
}

export interface IdentityServer {
  url: string
  /** whoever comes from now on is this one, and agrees at once */
  be(account: Account): void
  stop(): Promise<void>
}

const CLIENT = { id: 'letterhead', secret: 'a-secret-of-the-client' }

/**
 * A provider of sign-ins on loopback, in two shapes: OpenID Connect with code, PKCE, nonce and a signed ID token; and
 * GitHub's OAuth with its calls for the user and the addresses. Checks what a provider checks.
 */
export async function startIdentityServer(port = 0): Promise<IdentityServer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, { account: Account; query: URLSearchParams }>()
  const tokens = new Map<string, Account>()
  let present: Account = { sub: '1', email: 'somebody@example.com', verified: true }
  let url = ''

  const authorize = (query: URLSearchParams, response: ServerResponse) => {
    const back = new URL(query.get('redirect_uri') ?? '')
    if (query.get('client_id') !== CLIENT.id) return send(response, 400, { error: 'unauthorized_client' })
    const code = randomBytes(16).toString('hex')
    codes.set(code, { account: present, query })
    back.searchParams.set('code', code)
    back.searchParams.set('state', query.get('state') ?? '')
    response.writeHead(302, { location: back.href }).end()
  }

  const token = async (request: IncomingMessage, response: ServerResponse) => {
    const form = new URLSearchParams(await bodyOf(request))
    const [id, secret] = credentials(request, form)
    const grant = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    if (id !== CLIENT.id || secret !== CLIENT.secret) return send(response, 401, { error: 'invalid_client' })
    if (
      !grant ||
      !provesKey(grant.query, form) ||
      form.get('redirect_uri') !== grant.query.get('redirect_uri')
    )
      return send(response, 400, { error: 'invalid_grant' })
    const accessToken = randomBytes(16).toString('hex')
    tokens.set(accessToken, grant.account)
    const { account, query } = grant
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      ...{ iss: url, aud: CLIENT.id, sub: account.sub, iat: now, exp: now + 300, nonce: query.get('nonce') },
      ...{ email: account.email, email_verified: account.verified },
    }
    const isOpenId = query.get('scope')?.includes('openid')
    send(response, 200, {
      ...{ access_token: accessToken, token_type: 'Bearer', expires_in: 300 },
      ...(isOpenId && { id_token: signed(claims) }),
    })
  }

  const signed = (claims: object) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const text = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`
    return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`
  }

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    const known = tokens.get(request.headers.authorization?.replace(/^bearer /i, '') ?? '')
    const asKnown = (body: (account: Account) => unknown) =>
      known ? send(response, 200, body(known)) : send(response, 401, { message: 'Bad credentials' })
    const routes: Record<string, () => unknown> = {
      '/.well-known/openid-configuration': () => send(response, 200, discovery(url)),
      '/jwks': () =>
        send(response, 200, {
          keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
        }),
      '/authorize': () => authorize(searchParams, response),
      '/token': () => token(request, response),
      '/login/oauth/authorize': () => authorize(searchParams, response),
      '/login/oauth/access_token': () => token(request, response),
      '/api/v3/user': () => asKnown(({ sub }) => ({ id: Number(sub), login: `user-${sub}` })),
      '/api/v3/user/emails': () =>
        asKnown(({ email, verified }) => [
          { email: 'other@example.com', primary: false, verified: true },
          { email, primary: true, verified },
        ]),
    }
    void (routes[pathname] ?? (() => send(response, 404, { error: 'not_found' })))()
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    be: (account) => {
      present = account
    },
    stop: () => new Promise((done) => server.close(() => done()).closeAllConnections()),
  }
}

export const IDENTITY_CLIENT = CLIENT

const discovery = (url: string) => ({
  issuer: url,
  authorization_endpoint: `${url}/authorize`,
  token_endpoint: `${url}/token`,
  jwks_uri: `${url}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
})

function credentials(request: IncomingMessage, form: URLSearchParams): (string | null | undefined)[] {
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (!basic) return [form.get('client_id'), form.get('client_secret')]
  return Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent)
}

/** RFC 7636 4.6, with S256. */
function provesKey(asked: URLSearchParams, form: URLSearchParams): boolean {
  const challenge = asked.get('code_challenge')
  const verifier = form.get('code_verifier') ?? ''
  return challenge !== null && createHash('sha256').update(verifier).digest('base64url') === challenge
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const send = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
