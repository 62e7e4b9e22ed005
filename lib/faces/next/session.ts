import 'server-only'
import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { personOfSession } from '@/lib/accounts/platform'
import type { PersonView } from '@/lib/accounts/view'
import type { MemberCaller, StaffCaller } from '@/lib/kernel/caller'
import { mint } from '@/lib/kernel/mint'
import { sessionCookie } from './cookie'

/** The session of this request, read once a request. */
export const currentSession = cache(async () => {
  const token = (await cookies()).get(sessionCookie())?.value
  return token && token.length < 200 ? personOfSession(token) : null
})

/** The person signed in, with where they may go; null when nobody is. */
export async function currentPerson(): Promise<PersonView | null> {
  const session = await currentSession()
  if (!session) return null
  const { user } = session
  return {
    id: user.id,
    name: user.name ?? user.email,
    email: user.email,
    platformRole: user.platformRole,
    tenants: user.memberships.map(({ role, tenant }) => ({ slug: tenant.slug, name: tenant.name, role })),
  }
}

/** The caller this request may be within a tenant, from the session alone; null when the person is no member there. */
export async function memberOf(slug: string): Promise<MemberCaller | null> {
  const session = await currentSession()
  const membership = session?.user.memberships.find((m) => m.tenant.slug === slug)
  return session && membership ? mint.member(membership.role, membership.tenant, whoIs(session.user)) : null
}

/** For pages of a tenant: signed out goes to sign-in, no member gets the page that is not there. */
export async function requireMember(slug: string): Promise<MemberCaller> {
  if (!(await currentSession())) redirect('/sign-in')
  return (await memberOf(slug)) ?? notFound()
}

/** For pages of the platform's staff. Admins may go where support goes. */
export async function requireStaff(role: 'support' | 'admin'): Promise<StaffCaller> {
  const session = await currentSession()
  if (!session) redirect('/sign-in')
  const held = session.user.platformRole
  if (!held || (role === 'admin' && held !== 'admin')) notFound()
  return mint.staff(held, whoIs(session.user))
}

const whoIs = (user: { id: string; email: string; name: string | null }) => ({
  userId: user.id,
  email: user.email,
  name: user.name ?? user.email,
})
