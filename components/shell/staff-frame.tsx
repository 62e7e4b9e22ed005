import type { PersonView } from '@/lib/accounts/view'
import { homeOf } from './home-of'
import type { NavEntry } from './nav-link'
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
  return (
    <Providers now={serverNow()}>
      <Shell
        home={homeOf(person)}
        title={title}
        nav={person.platformRole === 'admin' ? adminNav : supportNav}
        menu={<PersonMenu person={person} here={here} signOut={signOut} />}
      >
        {children}
      </Shell>
    </Providers>
  )
}

const supportNav: NavEntry[] = [
  { href: '/support', label: 'Tenants', exact: true },
  { href: '/support/mail', label: 'Find mail' },
]

/** First who is here and what holds for them, then, apart, the house itself. */
const adminNav: NavEntry[] = [
  { href: '/admin', label: 'Overview', exact: true },
  { href: '/admin/tenants', label: 'Tenants' },
  { href: '/admin/workspaces', label: 'Workspaces' },
  { href: '/admin/usage', label: 'Usage' },
  { href: '/admin/provision', label: 'Provision' },
  { href: '/admin/batches', label: 'Batches' },
  { href: '/support', label: 'Look inside', exact: true },
  { href: '/support/mail', label: 'Find mail' },
  { href: '/admin/stray', label: 'Stray mail' },
  { href: '/admin/staff', label: 'Staff', apart: true },
  { href: '/admin/keys', label: 'Platform keys' },
  { href: '/admin/audit', label: 'Audit' },
  { href: '/admin/health', label: 'Health' },
]
