import type { Metadata } from 'next'
import { BackLink } from '@/components/audit/back-link'
import { Failed } from '@/components/audit/failed'
import { TrailList } from '@/components/audit/trail-list'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { Pager } from '@/components/ui/pager'
import { verifyAll } from '@/lib/audit/oversight/verify-all'
import { ownAction } from '@/lib/faces/next/action'
import { requireStaff } from '@/lib/faces/next/session'

export const metadata: Metadata = { title: 'Trails' }

export default async function TrailsPage({ searchParams }: { searchParams: Promise<Search> }) {
  await requireStaff('admin')
  const { cursor } = one(await searchParams, 'cursor')
  const page = await ownAction(verifyAll)(cursor ? { cursor } : {})
  return (
    <>
      <BackLink href="/admin/audit">Audit</BackLink>
      <PageTitle title="Trails">
        Read again just now: what was changed, removed or put in later does not fit its seal.
      </PageTitle>
      {page.ok ? (
        <>
          <TrailList trails={page.data.items} />
          <Pager path="/admin/audit/trails" cursor={cursor} nextCursor={page.data.nextCursor} />
        </>
      ) : (
        <Failed error={page.error} />
      )}
    </>
  )
}
