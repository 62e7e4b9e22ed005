import type { Metadata } from 'next'
import Link from 'next/link'
import { Plus } from 'lucide-react'
import { DomainList } from '@/components/domains/domain-list'
import { NoDomains } from '@/components/domains/no-domains'
import { domainQueries } from '@/components/domains/queries'
import { Hydrated } from '@/components/hydrated'
import { PageTitle } from '@/components/shell/page-title'
import { buttonStyle } from '@/components/ui/button'
import { Pager } from '@/components/ui/pager'
import { SearchForm } from '@/components/ui/search-form'
import { one, type Search } from '@/components/shell/search-params'
import { listDomains } from '@/lib/domains/list-domains'
import { mayWrite } from '@/lib/faces/next/may'
import { requireTenant } from '@/lib/faces/next/session'

export const metadata: Metadata = { title: 'Domains' }

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Search> }

export default async function DomainsPage({ params, searchParams }: Props) {
  const { tenant: slug } = await params
  const caller = await requireTenant(slug)
  const { search, cursor } = one(await searchParams, 'search', 'cursor')
  const filter = { ...(search && { search }), ...(cursor && { cursor }) }
  const page = await listDomains(caller, filter)
  const path = `/t/${slug}/domains`
  const add = mayWrite(caller, 'domains.add') && (
    <Link href={`${path}/new`} className={buttonStyle({ look: 'primary' })}>
      <Plus aria-hidden />
      Add domain
    </Link>
  )
  const empty = page.items.length === 0
  return (
    <>
      <PageTitle title="Domains" action={(!empty || search) && add}>
        The names you send and receive with.
      </PageTitle>
      {(!empty || search) && (
        <SearchForm label="Search domains" placeholder="Part of a name" value={search ?? ''} action={path} />
      )}
      {empty ? (
        <NoDomains search={search} action={add} listHref={path} />
      ) : (
        <Hydrated known={[[domainQueries.list(slug, filter).queryKey, page]]}>
          <DomainList slug={slug} filter={filter} />
        </Hydrated>
      )}
      <Pager path={path} search={search} cursor={cursor} nextCursor={page.nextCursor} />
    </>
  )
}
