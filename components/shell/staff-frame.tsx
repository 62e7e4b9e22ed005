import type { PersonView } from '@/lib/accounts/view'
import { PersonMenu } from './person-menu'
import { Providers } from './providers'
import { serverNow } from './server-now'
import { Shell } from './shell'

type Props = { person: PersonView; title: string; signOut: () => Promise<void>; children: React.ReactNode }

/** The frame of the platform's own pages. */
export function StaffFrame({ person, title, signOut, children }: Props) {
  const nav = [
    { href: '/support', label: 'Tenants' },
    ...(person.platformRole === 'admin' ? [{ href: '/admin', label: 'Administration' }] : []),
  ]
  return (
    <Providers now={serverNow()}>
      <Shell home="/support" title={title} nav={nav} menu={<PersonMenu person={person} signOut={signOut} />}>
        {children}
      </Shell>
    </Providers>
  )
}
