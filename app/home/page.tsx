import { redirect } from 'next/navigation'
import { homeOf } from '@/components/shell/home-of'
import { currentPerson } from '@/lib/faces/next/session'

/** Where somebody's work starts; signing in leads here. */
export default async function HomePage() {
  const person = await currentPerson()
  redirect(person ? homeOf(person) : '/sign-in')
}
