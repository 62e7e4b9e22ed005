'use client'

import { CopyButton } from '@/components/ui/copy-button'
import type { DomainActions } from './actions'
import { Announcer } from './announcer'
import { DeleteDomain } from './delete-domain'
import { DomainGone } from './domain-gone'
import { DomainHeader } from './domain-header'
import type { HostStyle } from './host-style'
import { HostSwitch } from './host-switch'
import { RecordGroups } from './record-groups'
import { StatusPanel } from './status-panel'
import { TestMessage } from './test-message'
import { Timeline } from './timeline'
import { useDomain } from './use-domain'
import { useHostStyle } from './use-host-style'
import { zoneFile } from './zone-file'

interface Props {
  slug: string
  id: string
  actions: DomainActions
  hosts: HostStyle
  /** where a test message goes */
  recipient: string
  /** may another domain be added from here */
  mayAdd: boolean
  /** where an inbox can be opened on it */
  openInboxHref?: string
  /** local mode: where the mail that left can be seen */
  mailboxHref?: string
}

/** A domain's living page: what to publish, what we see of it, and what comes next. */
export function DomainChecklist({
  slug,
  id,
  actions,
  hosts,
  recipient,
  mayAdd,
  openInboxHref,
  mailboxHref,
}: Props) {
  const { domain, gone, lost, retry } = useDomain(slug, id, actions.check !== undefined)
  const [style, choose] = useHostStyle(hosts)
  const base = `/t/${slug}/domains`
  if (gone || !domain) return <DomainGone listHref={base} />

  const test = (
    <TestMessage
      slug={slug}
      domain={domain}
      send={actions.sendTest}
      recipient={recipient}
      mailboxHref={mailboxHref}
    />
  )
  const ready = domain.state === 'ready'
  return (
    <div data-state={domain.state} data-receiving={domain.receiving}>
      <Announcer domain={domain} />
      <DomainHeader domain={domain} check={actions.check} slug={slug} lost={lost} retry={retry} />
      <StatusPanel domain={domain} check={actions.check} slug={slug} openInboxHref={openInboxHref} />
      {ready && test}
      <section aria-label="Records to publish" className="mt-10">
        <div className="flex flex-wrap items-start justify-between gap-4">
          <HostSwitch zone={domain.zone} value={style} onChange={choose} />
          <CopyButton text={zoneFile(domain.name, domain.records)}>Copy all</CopyButton>
        </div>
        <RecordGroups domain={domain} hosts={style} addHref={mayAdd ? `${base}/new` : undefined} />
      </section>
      {!ready && domain.state !== 'deleting' && test}
      <Timeline events={domain.timeline} />
      {actions.remove && domain.state !== 'deleting' && (
        <DeleteDomain domain={domain} remove={actions.remove} listHref={base} />
      )}
    </div>
  )
}
