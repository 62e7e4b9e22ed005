import 'server-only'
import { acceptInvite, readOffer } from '@/lib/accounts/invites/platform'
import type { OfferView } from '@/lib/accounts/invites/view'
import { holdTo, tryingLinks } from '@/lib/accounts/sign-in/rates'
import type { PersonCaller } from '@/lib/kernel/caller'
import { z } from 'zod'
import { personName } from '@/lib/accounts/people/name'
import { AppError } from '@/lib/kernel/errors'
import { inputError } from '@/lib/kernel/input-error'
import type { Outcome } from '../perform'
import { refusalOf } from '../refusal-of'
import { enter, opening } from './entering'
import { arriving, currentAsker, currentCaller } from './session'

const TOKEN = z.string().min(1).max(200)

/** What a link offers; null when it is none. Looking spends nothing. */
export async function offerOf(token: string | undefined): Promise<OfferView | null> {
  const parsed = TOKEN.safeParse(token)
  return parsed.success ? readOffer(parsed.data) : null
}

const input = z.object({ token: TOKEN, name: z.string().trim() })
// Nobody who is known by name types one.
const NAME = z.object({ name: personName.or(z.literal('')) })

/** The POST behind the button: spends the invitation, signs in who was signed out, and says where to go on. */
export async function accept(posted: z.input<typeof input>): Promise<Outcome<{ href: string }>> {
  const { address, requestId } = await arriving()
  try {
    const parsed = input.safeParse(posted)
    if (!parsed.success) throw new AppError('link_invalid')
    await holdTo(tryingLinks(address))
    const named = NAME.safeParse({ name: parsed.data.name })
    if (!named.success) throw inputError(named.error)
    const { session, tenant, role } = await acceptInvite({
      ...{ token: parsed.data.token, name: named.data.name },
      ...(await opening()),
      signedIn: await personIfAny(),
    })
    if (session) await enter(session)
    return { ok: true, data: { href: placeOf(role, tenant.slug) } }
  } catch (error) {
    return { ok: false, error: refusalOf(error, 'invites.accept', requestId) }
  }
}

async function personIfAny(): Promise<PersonCaller | null> {
  const asker = await currentAsker()
  return asker.kind === 'person' ? ((await currentCaller('people.self')) as PersonCaller) : null
}

function placeOf(role: OfferView['role'], slug: string): string {
  if (role === 'admin') return '/admin'
  return role === 'support' ? '/support' : `/t/${slug}/domains`
}
