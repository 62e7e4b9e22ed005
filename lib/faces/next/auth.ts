import 'server-only'
import type { NextRequest } from 'next/server'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import { authAdapter } from '@/lib/accounts/auth-adapter'
import { env } from '@/lib/kernel/env'
import { secure } from '../session-cookie'

/** Sessions live in the database and last thirty days, renewed daily while used. */
export const SESSION_DAYS = 30

export const authOptions = (): NextAuthOptions => ({
  adapter: authAdapter(),
  session: { strategy: 'database', maxAge: SESSION_DAYS * 86_400, updateAge: 86_400 },
  secret: env().NEXTAUTH_SECRET,
  useSecureCookies: secure(),
  pages: { signIn: '/sign-in', signOut: '/', error: '/sign-in' },
  providers: [],
  callbacks: {
    // What the browser may read of its session: who, and nothing that opens anything.
    session: ({ session, user }) => ({
      expires: session.expires,
      user: { id: user.id, name: user.name, email: user.email },
    }),
  },
})

type Context = { params: Promise<{ nextauth: string[] }> }

/** next-auth's routes, made on first use so that a build needs no settings. */
export async function signInRoutes(request: NextRequest, context: Context): Promise<Response> {
  return (await NextAuth(
    request as never,
    { params: await context.params } as never,
    authOptions(),
  )) as Response
}
