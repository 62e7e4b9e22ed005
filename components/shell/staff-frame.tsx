import type { PersonView } from '@/lib/accounts/view'
import { PersonMenu } from './person-menu'
import { Providers } from './providers'
import { serverNow } from './server-now'
import { Shell } from './shell'

type Props = {
  person: PersonView
  title: string
  here: string
  signOut: () => Promise<void>
  children: React.ReactNode
}

/** The frame of the platform's own pages. */
export function StaffFrame({ person, title, here, signOut, children }: Props) {
  const nav = [
    { href: '/support', label: 'Tenants' },
    ...(person.platformRole === 'admin'
      ? [
          { href: '/admin', label: 'Administration', exact: true },
          { href: '/admin/staff', label: 'Staff' },
          { href: '/admin/keys', label: 'Platform keys' },
          { href: '/admin/audit', label: 'Audit' },
          { href: '/admin/health', label: 'Health' },
        ]
      : []),
  ]
  return (
    <Providers now={serverNow()}>
      <Shell
        home="/support"
        title={title}
        nav={nav}
        menu={<PersonMenu person={person} here={here} signOut={signOut} />}
      >
        {children}
      </Shell>
    </Providers>
  )
}
