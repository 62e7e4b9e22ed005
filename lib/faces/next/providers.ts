import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import type { Provider } from '@/lib/accounts/connections/words'
import { env } from '@/lib/kernel/env'

const google = (clientId: string, clientSecret: string): OAuthConfig<GoogleClaims> => ({
  ...{ id: 'google', name: 'Google', type: 'oauth', clientId, clientSecret },
  wellKnown: `${env().GOOGLE_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
  authorization: { params: { scope: 'openid email' } },
  idToken: true,
  checks: ['pkce', 'state', 'nonce'],
  profile: ({ sub }) => ({ id: sub }),
})

interface GoogleClaims {
  sub: string
  email_verified?: unknown
}

interface GithubUser {
  id: number
  verified: boolean
}

/** GitHub says only in a second call which address is confirmed. An Enterprise server has its API below `/api/v3`. */
function github(clientId: string, clientSecret: string): OAuthConfig<GithubUser> {
  const base = env().GITHUB_URL.replace(/\/$/, '')
  const api = base === 'https://github.com' ? 'https://api.github.com' : `${base}/api/v3`
  const ask = async (path: string, token: string): Promise<unknown> => {
    const answer = await fetch(`${api}${path}`, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
      signal: AbortSignal.timeout(10_000),
    })
    if (!answer.ok) throw new Error(`GitHub answered ${answer.status} to ${path}`)
    return answer.json()
  }
  return {
    ...{ id: 'github', name: 'GitHub', type: 'oauth', clientId, clientSecret },
    authorization: { url: `${base}/login/oauth/authorize`, params: { scope: 'user:email' } },
    token: `${base}/login/oauth/access_token`,
    userinfo: {
      url: `${api}/user`,
      request: async ({ tokens }) => {
        const token = tokens.access_token ?? ''
        const [user, emails] = await Promise.all([ask('/user', token), ask('/user/emails', token)])
        return { id: (user as GithubUser).id, verified: hasConfirmed(emails) } as never
      },
    },
    checks: ['pkce', 'state'],
    profile: ({ id }) => ({ id: String(id) }),
  }
}

const hasConfirmed = (emails: unknown): boolean =>
  Array.isArray(emails) &&
  emails.some((e: { primary?: unknown; verified?: unknown }) => e.primary === true && e.verified === true)

/** The providers that this installation has settings for. */
export function providers(): NextAuthOptions['providers'] {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET } = env()
  return [
    ...(GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET ? [google(GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET)] : []),
    ...(GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET ? [github(GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET)] : []),
  ]
}

export const providerIds = (): Provider[] => providers().map(({ id }) => id as Provider)

/** Whether the provider vouches for the address, by what it said itself. */
export const isVerified = (provider: string, profile: unknown): boolean =>
  provider === 'google'
    ? (profile as GoogleClaims).email_verified === true
    : (profile as GithubUser).verified === true
