import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { parseEmail } from '@/lib/accounts/invites/parse-email'
import { noteLinkAsked, spendLink } from '@/lib/accounts/sign-in/platform'
import { askingForLinks, holdTo, tryingLinks } from '@/lib/accounts/sign-in/rates'
import { safeNext } from '@/lib/accounts/sign-in/safe-next'
import { after, MINUTE } from '@/lib/kernel/clock'
import type { Outcome } from '../perform'
import { refusalOf } from '../refusal-of'
import { cookieOptions } from '../session-cookie'
import { enter, opening } from './entering'
import { arriving } from './session'

// Where to go on to stays in the browser that asked: a path may carry an invitation, which is not for the database.
const NEXT_COOKIE = 'letterhead-next'

/** Asks for a link by mail. The answer, and the way to it, is the same whether the address is somebody's or not. */
export async function askForLink(input: { email: string; next: string | null }): Promise<Outcome<null>> {
  const { address, requestId } = await arriving()
  try {
    const email = parseEmail(String(input.email))
    await holdTo(askingForLinks(email, address))
    await noteLinkAsked(email)
    const next = safeNext(input.next)
    if (next) (await cookies()).set(NEXT_COOKIE, next, cookieOptions(after(new Date(), 30 * MINUTE)))
    return { ok: true, data: null }
  } catch (error) {
    return { ok: false, error: refusalOf(error, 'sign_in.ask', requestId) }
  }
}

/** Spends a link: the POST behind its page's button. */
export async function openLink(form: FormData): Promise<never> {
  const { address, requestId } = await arriving()
  let to: string
  try {
    await holdTo(tryingLinks(address))
    const how = await opening()
    await enter(await spendLink(String(form.get('token')).slice(0, 200), how.opening, how.become))
    const jar = await cookies()
    to = safeNext(jar.get(NEXT_COOKIE)?.value) ?? '/home'
    jar.delete(NEXT_COOKIE)
  } catch (error) {
    to = `/sign-in?refused=${refusalOf(error, 'sign_in.open', requestId).code}`
  }
  redirect(to)
}
