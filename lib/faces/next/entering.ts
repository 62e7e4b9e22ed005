import 'server-only'
import { cookies, headers } from 'next/headers'
import { endSession } from '@/lib/accounts/sessions/end-session'
import type { Become, Opening } from '@/lib/accounts/sessions/open-session'
import { AppError } from '@/lib/kernel/errors'
import { becoming } from '../become'
import { callerFor } from '../callers'
import { cookieOptions, sessionCookie } from '../session-cookie'
import { arriving, currentAsker } from './session'

/** How a browser's session is opened by this request. */
export async function opening(): Promise<{ opening: Opening; become: Become }> {
  const how = await arriving()
  const label = (await headers()).get('user-agent')
  return { opening: { kind: 'web', label, address: how.address }, become: becoming(how) }
}

/** Gives the browser its new session; one it had before ends. */
export async function enter({ token, expires }: { token: string; expires: Date }): Promise<void> {
  await leave()
  ;(await cookies()).set(sessionCookie(), token, cookieOptions(expires))
}

/** Ends this browser's session in the database, so that its token is worth nothing from here on. */
export async function leave(): Promise<void> {
  const asker = await currentAsker()
  if (asker.kind !== 'person') return
  const caller = callerFor(asker, 'sessions.self', null, await arriving())
  await endSession(caller, { id: asker.session.id }).catch(unlessGone)
}

/** Ended elsewhere in the meantime is ended. */
function unlessGone(error: unknown): void {
  if (!(error instanceof AppError && error.code === 'not_found')) throw error
}
