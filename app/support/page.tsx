import type { Metadata } from 'next'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { TenantList } from '@/components/tenants/tenant-list'
import { Pager } from '@/components/ui/pager'
import { SearchForm } from '@/components/ui/search-form'
import { requireStaff } from '@/lib/faces/next/session'
import { searchTenants } from '@/lib/tenants/search-tenants'

export const metadata: Metadata = { title: 'Tenants' }

export default async function SupportPage({ searchParams }: { searchParams: Promise<Search> }) {
  const caller = await requireStaff('support')
  const filter = one(await searchParams, 'search', 'cursor')
  const page = await searchTenants(caller, filter)
  return (
    <>
      <PageTitle title="Tenants">Find a customer by name, slug or one of its domains.</PageTitle>
      <SearchForm
        label="Search tenants"
        placeholder="Name, slug or domain"
        value={filter.search ?? ''}
        action="/support"
      />
      <TenantList tenants={page.items} search={filter.search} />
      <Pager path="/support" search={filter.search} cursor={filter.cursor} nextCursor={page.nextCursor} />
    </>
  )
}
