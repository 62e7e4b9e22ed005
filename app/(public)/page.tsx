import Link from 'next/link'
import { Landing } from '@/components/shell/landing'
import { buttonStyle } from '@/components/ui/button'
import { homeOf } from '@/components/shell/home-of'
import { currentPerson } from '@/lib/faces/next/session'

export default async function LandingPage() {
  const person = await currentPerson()
  return (
    <Landing>
      {person ? (
        <Link href={homeOf(person)} className={buttonStyle({ look: 'primary' })}>
          Continue as {person.name}
        </Link>
      ) : (
        <Link href="/sign-in" className={buttonStyle({ look: 'primary' })}>
          Sign in
        </Link>
      )}
    </Landing>
  )
}
