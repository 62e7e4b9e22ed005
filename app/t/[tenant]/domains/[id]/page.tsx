import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import Link from 'next/link'
import { ArrowLeft } from 'lucide-react'
import { DomainChecklist } from '@/components/domains/domain-checklist'
import { HOST_STYLE_COOKIE, hostStyle } from '@/components/domains/host-style'
import { domainQueries, sendQueries } from '@/components/domains/queries'
import { Hydrated } from '@/components/hydrated'
import { mayWrite } from '@/lib/faces/next/may'
import { isLocalMode } from '@/lib/kernel/env'
import type { Permission } from '@/lib/kernel/permissions'
import { listSends } from '@/lib/sending/list-sends'
import { checkDomainAction, deleteDomainAction, sendTestAction } from '../actions'
import { readDomain, type Props } from './read-domain'

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { domain } = await readDomain(await props.params)
  return { title: domain.unicodeName }
}

export default async function DomainPage({ params }: Props) {
  const { caller, slug, domain } = await readDomain(await params)
  const [sends, jar] = await Promise.all([listSends(caller, { id: domain.id }), cookies()])
  const { id } = domain
  const may = (permission: Permission) => mayWrite(caller, permission)
  return (
    <>
      <Link
        href={`/t/${slug}/domains`}
        className="text-soft hover:text-ink mb-4 inline-flex items-center gap-1.5 text-sm"
      >
        <ArrowLeft aria-hidden className="size-4" />
        Domains
      </Link>
      <Hydrated
        known={[
          [domainQueries.one(slug, id).queryKey, domain],
          [sendQueries.list(slug, id).queryKey, sends],
        ]}
      >
        <DomainChecklist
          slug={slug}
          id={id}
          actions={{
            ...(may('domains.check') && { check: checkDomainAction.bind(null, slug) }),
            ...(may('domains.delete') && { remove: deleteDomainAction.bind(null, slug) }),
            ...(may('sending.test') && { sendTest: sendTestAction.bind(null, slug) }),
          }}
          hosts={hostStyle(jar.get(HOST_STYLE_COOKIE)?.value)}
          recipient={caller.email}
          mayAdd={may('domains.add')}
          {...(may('inboxes.open') && { openInboxHref: `/t/${slug}/inboxes?open=${domain.name}` })}
          {...(isLocalMode() && { mailboxHref: '/local#mail' })}
        />
      </Hydrated>
    </>
  )
}
