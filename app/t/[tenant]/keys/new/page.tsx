import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CreateKeyForm } from '@/components/credentials/create-key-form'
import { PageTitle } from '@/components/shell/page-title'
import { grantableScopes } from '@/lib/credentials/scopes'
import { listDomains } from '@/lib/domains/list-domains'
import { requireTenant } from '@/lib/faces/next/session'
import { listInboxes } from '@/lib/inboxes/list-inboxes'
import { allows } from '@/lib/kernel/permissions'
import { createKeyAction } from '../actions'

export const metadata: Metadata = { title: 'Create key' }

export default async function NewKeyPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params
  const caller = await requireTenant(slug)
  if (!allows('keys.manage', caller.kind)) notFound()
  const [domains, inboxes] = await Promise.all([
    listDomains(caller, { limit: 100 }),
    listInboxes(caller, { limit: 100, state: 'open' }),
  ])
  return (
    <>
      <PageTitle title="Create key">Its secret is shown once, right after.</PageTitle>
      <CreateKeyForm
        create={createKeyAction.bind(null, slug)}
        scopes={grantableScopes(false)}
        domains={domains.items.map(({ id, unicodeName }) => ({ id, name: unicodeName }))}
        inboxes={inboxes.items.map(({ id, address }) => ({ id, address }))}
        listHref={`/t/${slug}/keys`}
      />
    </>
  )
}
