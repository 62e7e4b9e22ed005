import type { Metadata } from 'next'
import { Hydrated } from '@/components/hydrated'
import { InboxList } from '@/components/inboxes/inbox-list'
import { NoInboxes } from '@/components/inboxes/no-inboxes'
import { OpenInbox } from '@/components/inboxes/open-inbox'
import { inboxQueries } from '@/components/inboxes/queries'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { Pager } from '@/components/ui/pager'
import { SearchForm } from '@/components/ui/search-form'
import { mayWrite } from '@/lib/faces/next/may'
import { requireTenant } from '@/lib/faces/next/session'
import { listInboxes } from '@/lib/inboxes/list-inboxes'
import { showTerms } from '@/lib/inboxes/show-terms'
import { openInboxAction } from '../actions'
import { domainChoices } from '../domain-choices'

export const metadata: Metadata = { title: 'Inboxes' }

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Search> }

export default async function InboxesPage({ params, searchParams }: Props) {
  const { tenant: slug } = await params
  const caller = await requireTenant(slug)
  const { open: from, ...filter } = one(await searchParams, 'search', 'cursor', 'open')
  const { search, cursor } = filter
  const mayOpen = mayWrite(caller, 'inboxes.open')
  const [page, domains] = await Promise.all([
    listInboxes(caller, filter),
    mayOpen ? showTerms(caller, {}).then((terms) => domainChoices(caller, terms)) : [],
  ])
  const path = `/t/${slug}/inboxes`
  const open = mayOpen && domains.length > 0 && (
    <OpenInbox open={openInboxAction.bind(null, slug)} domains={domains} listHref={path} from={from} />
  )
  const empty = page.items.length === 0
  return (
    <>
      <PageTitle title="Inboxes" action={(!empty || search) && open}>
        Addresses that receive mail, for people here and for programs with a grant.
      </PageTitle>
      {(!empty || search) && (
        <SearchForm
          label="Search inboxes"
          placeholder="Part of an address or name"
          value={search ?? ''}
          action={path}
        />
      )}
      {empty ? (
        <NoInboxes
          filtered={search !== undefined}
          action={open}
          listHref={path}
          trial={domains.find(({ trial }) => trial)}
        />
      ) : (
        <Hydrated known={[[inboxQueries.list(slug, filter).queryKey, page]]}>
          <InboxList slug={slug} filter={filter} />
        </Hydrated>
      )}
      <Pager path={path} search={search} cursor={cursor} nextCursor={page.nextCursor} />
    </>
  )
}
