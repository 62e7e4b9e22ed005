import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { connection } from 'next/server'
import { getServerSession, type NextAuthOptions } from 'next-auth'
import { cache } from 'react'
import { personById } from '@/lib/accounts/platform'
import type { PersonView } from '@/lib/accounts/view'
import type { MemberCaller, StaffCaller } from '@/lib/kernel/caller'
import { mint } from '@/lib/kernel/mint'
import { authOptions } from './auth'

/** The person of this request's session with their memberships, read once a request; null when signed out. */
export const currentUser = cache(async () => {
  await connection() // a page that asks who is there is never made while building
  const session = await getServerSession<NextAuthOptions, { user?: { id?: string } }>(authOptions())
  return session?.user?.id ? personById(session.user.id) : null
})

/** The person signed in, with where they may go; null when nobody is. */
export async function currentPerson(): Promise<PersonView | null> {
  const user = await currentUser()
  if (!user) return null
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
  const user = await currentUser()
  const membership = user?.memberships.find((m) => m.tenant.slug === slug)
  return user && membership ? mint.member(membership.role, membership.tenant, whoIs(user)) : null
}

/** For pages of a tenant: signed out goes to sign-in, no member gets the page that is not there. */
export async function requireMember(slug: string): Promise<MemberCaller> {
  if (!(await currentUser())) redirect('/sign-in')
  return (await memberOf(slug)) ?? notFound()
}

/** For pages of the platform's staff. Admins may go where support goes. */
export async function requireStaff(role: 'support' | 'admin'): Promise<StaffCaller> {
  const user = await currentUser()
  if (!user) redirect('/sign-in')
  const held = user.platformRole
  if (!held || (role === 'admin' && held !== 'admin')) notFound()
  return mint.staff(held, whoIs(user))
}

const whoIs = (user: { id: string; email: string; name: string | null }) => ({
  userId: user.id,
  email: user.email,
  name: user.name ?? user.email,
})
