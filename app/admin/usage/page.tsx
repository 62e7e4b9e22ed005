import type { Metadata } from 'next'
import { Failed } from '@/components/audit/failed'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { Pager } from '@/components/ui/pager'
import { filterNames } from '@/components/usage-overview/filters'
import { OverviewFilters } from '@/components/usage-overview/overview-filters'
import { StandingTable } from '@/components/usage-overview/standing-table'
import { ownAction } from '@/lib/faces/next/action'
import { requireStaff } from '@/lib/faces/next/session'
import { planNames } from '@/lib/tenants/plans'
import { limitFields, meteredNames } from '@/lib/usage/fields'
import { overseeUsage } from '@/lib/usage/overview/oversee-usage'

export const metadata: Metadata = { title: 'Usage' }

export default async function UsageOverviewPage({ searchParams }: { searchParams: Promise<Search> }) {
  await requireStaff('admin')
  const search = await searchParams
  const filters = one(search, ...filterNames)
  const { cursor } = one(search, 'cursor')
  const input = { ...filters, ...(cursor && { cursor }) } as Parameters<typeof overseeUsage>[1]
  const page = await ownAction(overseeUsage)(input)
  const kinds = meteredNames.map((name) => ({ name, label: limitFields[name].label }))
  return (
    <>
      <PageTitle title="Usage">
        Each tenant with the limit it is closest to. What holds is the tighter of its plan and its workspace’s
        policy.
      </PageTitle>
      <OverviewFilters filters={filters} kinds={kinds} plans={planNames} />
      {page.ok ? (
        <>
          <StandingTable standings={page.data.items} filters={filters} />
          <Pager path="/admin/usage" keep={filters} cursor={cursor} nextCursor={page.data.nextCursor} />
        </>
      ) : (
        <Failed error={page.error} />
      )}
    </>
  )
}
