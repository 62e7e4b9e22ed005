import 'server-only'
import { randomUUID } from 'node:crypto'
import type { NextRequest } from 'next/server'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import { authAdapter, type AuthRequest } from '@/lib/accounts/auth-adapter'
import { mayEnter } from '@/lib/accounts/connections/may-enter'
import { personOfAccount } from '@/lib/accounts/connections/platform'
import { SESSION_DAYS } from '@/lib/accounts/sessions/open-session'
import { env } from '@/lib/kernel/env'
import { ADDRESS_HEADER } from '../address'
import { becoming } from '../become'
import { askerBySession } from '../callers'
import { secure, sessionCookie } from '../session-cookie'
import { isVerified, providers } from './providers'

/** Sessions live in the database. Providers open only what their person connected before. */
export const authOptions = (request: AuthRequest & { signedInAs: string | null }): NextAuthOptions => ({
  adapter: authAdapter(request),
  session: { strategy: 'database', maxAge: SESSION_DAYS.web * 86_400, updateAge: 86_400 },
  secret: env().NEXTAUTH_SECRET,
  useSecureCookies: secure(),
  pages: { signIn: '/sign-in', signOut: '/', error: '/sign-in' },
  providers: providers(),
  callbacks: {
    signIn: async ({ account, profile }) => {
      if (!account) return false
      const { signedInAs } = request
      const entry = mayEnter({
        isVerified: isVerified(account.provider, profile),
        connectedTo: (await personOfAccount(account))?.id ?? null,
        signedInAs,
      })
      if (entry === 'enter' || entry === 'connect') return true
      return `${env().NEXTAUTH_URL}${signedInAs ? '/account' : '/sign-in'}?refused=${entry}`
    },
    // What the browser may read of its session: who, and nothing that opens anything.
    session: ({ session, user }) => ({
      expires: session.expires,
      user: { id: user.id, name: user.name, email: user.email },
    }),
  },
})

type Context = { params: Promise<{ nextauth: string[] }> }

/** next-auth's routes, made for each request, because sessions are opened on the record of how it came. */
export async function signInRoutes(request: NextRequest, context: Context): Promise<Response> {
  const how = { door: 'web', requestId: randomUUID(), address: request.headers.get(ADDRESS_HEADER) } as const
  const asker = await askerBySession(request.cookies.get(sessionCookie())?.value)
  const [sessionId, signedInAs] = asker.kind === 'person' ? [asker.session.id, asker.user.id] : [null, null]
  const options = authOptions({
    ...{ sessionId, signedInAs, address: how.address, become: becoming(how) },
    label: request.headers.get('user-agent'),
  })
  return (await NextAuth(request as never, { params: await context.params } as never, options)) as Response
}
