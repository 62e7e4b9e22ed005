import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { endSession } from '@/lib/accounts/platform'
import { sessionCookie } from '../session-cookie'

/** Ends the session in the database, so that its token is worth nothing from here on, and forgets the cookie. */
export async function signOut(): Promise<never> {
  const jar = await cookies()
  const token = jar.get(sessionCookie())?.value
  if (token) await endSession(token)
  jar.delete(sessionCookie())
  redirect('/')
}
