import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { personByEmail } from '@/lib/accounts/platform'
import { personas, type PersonaName } from '@/lib/accounts/personas'
import { openSessionOf } from '@/lib/accounts/sessions/platform'
import { isLocalMode } from '@/lib/kernel/env'
import { enter, opening } from './entering'

/** One click into a seeded person's session, in local mode only. The environment refuses local mode beside real mail. */
export async function enterAs(name: PersonaName): Promise<never> {
  if (!isLocalMode() || !Object.hasOwn(personas, name)) notFound()
  const persona = personas[name]
  const user = (await personByEmail(persona.email)) ?? notFound()
  const how = await opening()
  await enter(await openSessionOf(user, how.opening, how.become))
  redirect(persona.landing)
}
