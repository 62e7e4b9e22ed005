import 'server-only'
import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { openSession, personByEmail } from '@/lib/accounts/platform'
import { personas, type PersonaName } from '@/lib/accounts/personas'
import { after, DAY } from '@/lib/kernel/clock'
import { isLocalMode } from '@/lib/kernel/env'
import { SESSION_DAYS } from './auth'
import { cookieOptions, sessionCookie } from '../session-cookie'

/** One click into a seeded person's session, in local mode only. The environment refuses local mode beside real mail. */
export async function enterAs(name: PersonaName): Promise<never> {
  if (!isLocalMode() || !Object.hasOwn(personas, name)) notFound()
  const persona = personas[name]
  const user = (await personByEmail(persona.email)) ?? notFound()
  const expires = after(new Date(), SESSION_DAYS * DAY)
  const token = await openSession(user.id, expires)
  ;(await cookies()).set(sessionCookie(), token, cookieOptions(expires))
  redirect(persona.landing)
}
