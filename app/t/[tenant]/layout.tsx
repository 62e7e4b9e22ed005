import { Live } from '@/components/live/live'
import { RefreshOn } from '@/components/live/refresh-on'
import { Environment } from '@/components/shell/environment'
import { PersonMenu } from '@/components/shell/person-menu'
import { Providers } from '@/components/shell/providers'
import { serverNow } from '@/components/shell/server-now'
import { Shell } from '@/components/shell/shell'
import { Suspended } from '@/components/tenants/suspended'
import { Visit } from '@/components/tenants/visit'
import { signOutAction } from '@/app/(public)/actions'
import { endAccessAction } from '@/app/support/actions'
import { currentCaller, currentPerson, requireTenant } from '@/lib/faces/next/session'
import type { VisitorCaller } from '@/lib/kernel/caller'
import { isLocalMode } from '@/lib/kernel/env'
import { showTenant } from '@/lib/tenants/show-tenant'
import { listAccesses } from '@/lib/tenants/support/list-accesses'

type Props = { params: Promise<{ tenant: string }>; children: React.ReactNode }

/** The frame of a tenant's pages. It guards nothing: each page asks for its own caller. */
export default async function TenantLayout({ params, children }: Props) {
  const { tenant: slug } = await params
  const caller = await requireTenant(slug)
  const [tenant, person] = await Promise.all([showTenant(caller, {}), currentPerson()])
  const visit = caller.kind === 'visitor' && (await visitOf(caller))
  const base = `/t/${slug}`
  const nav = [
    { href: `${base}/domains`, label: 'Domains' },
    { href: `${base}/inboxes`, label: 'Inboxes' },
    { href: `${base}/keys`, label: 'API keys' },
    { href: `${base}/members`, label: 'Members' },
    { href: `${base}/usage`, label: 'Usage' },
    { href: `${base}/activity`, label: 'Activity' },
    ...(isLocalMode() ? [{ href: '/local', label: 'Local DNS and mail' }] : []),
  ]
  return (
    <Providers now={serverNow()}>
      <Live slug={slug} />
      <RefreshOn noun="tenants" />
      <Shell
        home={`${base}/domains`}
        title={
          <>
            {tenant.name} <Environment name={tenant.workspace.environment} />
          </>
        }
        nav={nav}
        menu={person && <PersonMenu person={person} here={`${base}/domains`} signOut={signOutAction} />}
        banner={
          <>
            {tenant.suspension && <Suspended name={tenant.name} suspension={tenant.suspension} />}
            {visit && <Visit access={visit} end={endAccessAction} />}
          </>
        }
      >
        {children}
      </Shell>
    </Providers>
  )
}

/** The access that lets staff see these pages. */
async function visitOf({ credential }: VisitorCaller) {
  const { items } = await listAccesses(await currentCaller('support.open'), {})
  return items.find(({ id }) => id === credential?.id)
}
