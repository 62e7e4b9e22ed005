import type { Metadata } from 'next'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { StrayFilters } from '@/components/stray/stray-filters'
import { StrayList } from '@/components/stray/stray-list'
import { isStrayReason } from '@/components/stray/words'
import { Pager } from '@/components/ui/pager'
import { currentCaller, requireStaff } from '@/lib/faces/next/session'
import { listStray } from '@/lib/messages/stray/list-stray'

export const metadata: Metadata = { title: 'Stray mail' }

const path = '/admin/stray'

export default async function StrayPage({ searchParams }: { searchParams: Promise<Search> }) {
  await requireStaff('admin')
  const params = await searchParams
  const { cursor } = one(params, 'cursor')
  const filters = one(params, 'search', 'reason')
  const { search, reason } = filters
  const page = await listStray(await currentCaller('messages.oversee'), {
    ...{ search, cursor },
    ...(isStrayReason(reason) && { reason }),
  })
  return (
    <>
      <PageTitle title="Stray mail">
        Mail that was accepted for an address of ours that nobody has. Only admins see it, what they look at
        is in the audit trail, and after 14 days it is deleted.
      </PageTitle>
      <StrayFilters path={path} filters={filters} />
      <StrayList mails={page.items} filtered={Object.keys(filters).length > 0} />
      <Pager path={path} keep={filters} cursor={cursor} nextCursor={page.nextCursor} />
    </>
  )
}
