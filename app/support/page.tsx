import type { Metadata } from 'next'
import { DoorClosed } from 'lucide-react'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { TenantList } from '@/components/tenants/tenant-list'
import { Callout } from '@/components/ui/callout'
import { Pager } from '@/components/ui/pager'
import { SearchForm } from '@/components/ui/search-form'
import { requireStaff } from '@/lib/faces/next/session'
import { searchTenants } from '@/lib/tenants/search-tenants'
import { listAccesses } from '@/lib/tenants/support/list-accesses'
import { openAccessAction } from './actions'

export const metadata: Metadata = { title: 'Tenants' }

export default async function SupportPage({ searchParams }: { searchParams: Promise<Search> }) {
  const caller = await requireStaff('support')
  const { closed, ...filter } = one(await searchParams, 'search', 'cursor', 'closed')
  const [page, accesses] = await Promise.all([searchTenants(caller, filter), listAccesses(caller, {})])
  return (
    <>
      <PageTitle title="Tenants">Find a customer by name, slug or one of its domains.</PageTitle>
      {closed && (
        <Callout tone="neutral" icon={DoorClosed} className="mb-6" role="status">
          <p>You have no open access to {filter.search ?? 'that tenant'}. Open it here, with a reason.</p>
        </Callout>
      )}
      <SearchForm
        label="Search tenants"
        placeholder="Name, slug or domain"
        value={filter.search ?? ''}
        action="/support"
      />
      <TenantList
        tenants={page.items}
        search={filter.search}
        support={{ open: openAccessAction, accesses: accesses.items }}
      />
      <Pager path="/support" search={filter.search} cursor={filter.cursor} nextCursor={page.nextCursor} />
    </>
  )
}
