import 'server-only'
import { randomUUID } from 'node:crypto'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { connection } from 'next/server'
import { cache } from 'react'
import { toPersonView } from '@/lib/accounts/people/to-person-view'
import type { PersonView } from '@/lib/accounts/view'
import type { Caller, MemberCaller, PersonCaller, StaffCaller, VisitorCaller } from '@/lib/kernel/caller'
import { AppError } from '@/lib/kernel/errors'
import type { Permission } from '@/lib/kernel/permissions'
import { ADDRESS_HEADER } from '../address'
import { askerBySession, callerFor, inTenant, type Arriving } from '../callers'
import { mayLook, PREFETCH_HEADER } from '../prefetch'
import { sessionCookie } from '../session-cookie'

/** Whoever sent this request's session cookie, read once a request. */
export const currentAsker = cache(async () => {
  await connection() // a page that asks who is there is never made while building
  return askerBySession((await cookies()).get(sessionCookie())?.value)
})

/** How this request came to the web face. */
export const arriving = cache(async (): Promise<Arriving> => ({
  door: 'web',
  requestId: randomUUID(),
  address: (await headers()).get(ADDRESS_HEADER),
}))

/** The person signed in, with where they may go; null when nobody is. */
export async function currentPerson(): Promise<PersonView | null> {
  const asker = await currentAsker()
  if (asker.kind !== 'person') return null
  return toPersonView(asker.user)
}

/** The caller for one operation, from the session alone. @throws AppError */
export const currentCaller = async (permission: Permission, tenant: string | null = null): Promise<Caller> =>
  callerFor(await currentAsker(), permission, tenant, await arriving())

/**
 * The caller this request may be within a tenant; null when there is nothing for them. Once a request, for layout and
 * page alike: one who may not is one attempt.
 */
export const callerIn = cache(async (slug: string): Promise<MemberCaller | VisitorCaller | null> => {
  const asker = await currentAsker()
  if (asker.kind !== 'person') return null
  try {
    return inTenant(asker, slug, await arriving()) as MemberCaller | VisitorCaller
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
})

/**
 * For pages of a tenant: signed out goes to sign-in, staff without an open access to their desk, and who else has no
 * place there gets the page that is not there.
 */
export async function requireTenant(slug: string): Promise<MemberCaller | VisitorCaller> {
  const person = await currentPerson()
  if (!person) redirect('/sign-in')
  const caller = await callerIn(slug)
  if (!caller && person.platformRole)
    redirect(`/support?${new URLSearchParams({ search: slug, closed: '1' })}`)
  return caller ?? notFound()
}

/** The same for pages of one thing, whose very title is a look at it. */
export async function requireTenantToLook(slug: string): Promise<MemberCaller | VisitorCaller> {
  const caller = await requireTenant(slug)
  return mayLook(caller.kind, (await headers()).get(PREFETCH_HEADER)) ? caller : notFound()
}

/** For pages of the platform's staff. Admins may go where support goes. */
export async function requireStaff(role: 'support' | 'admin'): Promise<StaffCaller> {
  const person = await currentPerson()
  if (!person) redirect('/sign-in')
  const held = person.platformRole
  if (!held || (role === 'admin' && held !== 'admin')) notFound()
  return (await currentCaller('tenants.search')) as StaffCaller
}

/** For pages about the person themselves. */
export async function requirePerson(): Promise<PersonCaller> {
  if (!(await currentPerson())) redirect('/sign-in')
  return (await currentCaller('people.self')) as PersonCaller
}
