import 'server-only'
import { redirect } from 'next/navigation'
import { answerDevice, waitingDevice } from '@/lib/accounts/devices/platform'
import { holdTo, tryingCodes } from '@/lib/accounts/sign-in/rates'
import type { DeviceView } from '@/lib/accounts/devices/view'
import type { PersonCaller } from '@/lib/kernel/caller'
import { AppError } from '@/lib/kernel/errors'
import type { Outcome } from '../perform'
import { refusalOf } from '../refusal-of'
import { arriving, currentCaller, currentPerson } from './session'

/** The command line that waits under a code, for whoever is signed in; signing in comes back here. */
export async function deviceFor(
  code: string | undefined,
): Promise<DeviceView | 'unknown' | 'too_many' | null> {
  const path = code ? `/authorize?code=${encodeURIComponent(code)}` : '/authorize'
  if (!(await currentPerson())) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  if (!code) return null
  const caller = (await currentCaller('sessions.self')) as PersonCaller
  try {
    await holdTo(tryingCodes(caller.userId))
  } catch (error) {
    if (error instanceof AppError) return 'too_many'
    throw error
  }
  return (await waitingDevice(code)) ?? 'unknown'
}

export async function answerLogin(code: string, answer: 'approved' | 'denied'): Promise<Outcome<null>> {
  const { requestId } = await arriving()
  try {
    const caller = (await currentCaller('sessions.self')) as PersonCaller
    await holdTo(tryingCodes(caller.userId))
    await answerDevice(caller, String(code), answer === 'approved' ? 'approved' : 'denied')
    return { ok: true, data: null }
  } catch (error) {
    return { ok: false, error: refusalOf(error, 'cli.answer', requestId) }
  }
}
