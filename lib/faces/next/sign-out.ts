import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { sessionCookie } from '../session-cookie'
import { leave } from './entering'

/** Ends the session and forgets the cookie. */
export async function signOut(): Promise<never> {
  await leave()
  ;(await cookies()).delete(sessionCookie())
  redirect('/')
}
