import type { Metadata } from 'next'
import { BackLink } from '@/components/audit/back-link'
import { RefreshOn } from '@/components/live/refresh-on'
import { InboxChips } from '@/components/inboxes/inbox-chips'
import { AddressSection } from '@/components/inboxes/address-section'
import { EndSection } from '@/components/inboxes/end-section'
import { GrantSection } from '@/components/inboxes/grant-section'
import { ProtocolSection } from '@/components/inboxes/protocol-section'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { Pager } from '@/components/ui/pager'
import { mayWrite } from '@/lib/faces/next/may'
import { listGrants } from '@/lib/inboxes/grants/list-grants'
import { showTerms } from '@/lib/inboxes/show-terms'
import { env } from '@/lib/kernel/env'
import { scopesFor } from '@/lib/kernel/permissions'
import { domainChoices } from '../../domain-choices'
import { readInbox, type Params } from '../read-inbox'
import { actsOf } from './acts-of'

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { inbox } = await readInbox(params)
  return { title: `Settings of ${inbox.address}` }
}

export default async function InboxSettingsPage(props: { params: Params; searchParams: Promise<Search> }) {
  const { caller, slug, inbox } = await readInbox(props.params)
  const { cursor } = one(await props.searchParams, 'cursor')
  const { id, address, name } = inbox
  const may = (permission: Parameters<typeof mayWrite>[1]) => mayWrite(caller, permission)
  const terms = await showTerms(caller, {})
  const held = caller.kind === 'visitor' && !terms.staffSwitchesProtocols
  const acts = actsOf(slug, (permission) => may(permission) && !(held && permission === 'inboxes.protocols'))
  const [grants, domains] = await Promise.all([
    listGrants(caller, { inboxId: id, ...(cursor && { cursor }) }),
    acts.inbox.change ? domainChoices(caller, terms) : [],
  ])
  const path = `/t/${slug}/inboxes/${id}`
  return (
    <>
      <BackLink href={path}>{address}</BackLink>
      <PageTitle title="Inbox settings" mark={<InboxChips inbox={inbox} />}>
        {name === address ? address : `${name}, ${address}`}
      </PageTitle>
      <AddressSection
        inbox={inbox}
        domains={domains.filter(({ shared }) => shared === null)}
        change={acts.inbox.change}
      />
      <ProtocolSection inbox={inbox} set={acts.inbox.setProtocolAccess} held={held} />
      <GrantSection
        inbox={inbox}
        grants={grants.items}
        actions={acts.grants}
        filing={scopesFor('grant')}
        origin={env().NEXTAUTH_URL}
      />
      <Pager path={`${path}/settings`} cursor={cursor} nextCursor={grants.nextCursor} />
      {acts.inbox.change && <EndSection inbox={inbox} change={acts.inbox.change} />}
      <RefreshOn noun="inboxes" />
    </>
  )
}
