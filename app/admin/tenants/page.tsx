import type { Metadata } from 'next'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { CreateTenant } from '@/components/tenants/create-tenant'
import { TenantFilters } from '@/components/tenants/tenant-filters'
import { TenantRows } from '@/components/tenants/tenant-rows'
import { isEnvironment, isPlan } from '@/components/tenants/words'
import { Pager } from '@/components/ui/pager'
import { requireStaff } from '@/lib/faces/next/session'
import { searchTenants } from '@/lib/tenants/search-tenants'
import { createTenantAction, inviteOwnerAction } from './actions'

export const metadata: Metadata = { title: 'Tenants' }

const path = '/admin/tenants'

export default async function TenantsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const caller = await requireStaff('admin')
  const search = await searchParams
  const { cursor } = one(search, 'cursor')
  const filters = one(search, 'search', 'plan', 'environment', 'workspace', 'suspended')
  const { plan, environment, suspended, ...text } = filters
  const page = await searchTenants(caller, {
    ...{ ...text, cursor },
    ...(isPlan(plan) && { plan }),
    ...(isEnvironment(environment) && { environment }),
    ...(suspended && { suspended: suspended === 'true' }),
  })
  return (
    <>
      <PageTitle title="Tenants" action={<CreateTenant create={createTenantAction} />}>
        Every customer of the platform, newest first.
      </PageTitle>
      <TenantFilters path={path} filters={filters} />
      <TenantRows
        tenants={page.items}
        filtered={Object.keys(filters).length > 0}
        inviteOwner={inviteOwnerAction}
      />
      <Pager path={path} keep={filters} cursor={cursor} nextCursor={page.nextCursor} />
    </>
  )
}
