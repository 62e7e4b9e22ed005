import { signOutAction } from '@/app/(public)/actions'
import { homeOf } from '@/components/shell/home-of'
import { PersonMenu } from '@/components/shell/person-menu'
import { Providers } from '@/components/shell/providers'
import { serverNow } from '@/components/shell/server-now'
import { Shell } from '@/components/shell/shell'
import { currentPerson } from '@/lib/faces/next/session'

/** The frame of the local world; its pages refuse themselves outside local mode. */
export default async function LocalLayout({ children }: { children: React.ReactNode }) {
  const person = await currentPerson()
  const nav = [
    { href: '/local', label: 'DNS and mail', exact: true },
    { href: '/local/write', label: 'Write to an inbox' },
  ]
  return (
    <Providers now={serverNow()}>
      <Shell
        home={person ? homeOf(person) : '/'}
        title="Local world"
        nav={person ? [{ href: homeOf(person), label: 'Back to work' }, ...nav] : nav}
        menu={person && <PersonMenu person={person} signOut={signOutAction} />}
      >
        {children}
      </Shell>
    </Providers>
  )
}
