import type { Metadata } from 'next'
import { AttentionList } from '@/components/domains/attention-list'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { CreateTenant } from '@/components/tenants/create-tenant'
import { TenantList } from '@/components/tenants/tenant-list'
import { Pager } from '@/components/ui/pager'
import { SearchForm } from '@/components/ui/search-form'
import { Section } from '@/components/ui/section'
import { WorkspaceList } from '@/components/workspaces/workspace-list'
import { listAttention } from '@/lib/domains/list-attention'
import { requireStaff } from '@/lib/faces/next/session'
import { searchTenants } from '@/lib/tenants/search-tenants'
import { listWorkspaces } from '@/lib/workspaces/list-workspaces'
import { createTenantAction, inviteOwnerAction } from './actions'

export const metadata: Metadata = { title: 'Administration' }

export default async function AdminPage({ searchParams }: { searchParams: Promise<Search> }) {
  const caller = await requireStaff('admin')
  const filter = one(await searchParams, 'search', 'cursor')
  const [attention, workspaces, tenants] = await Promise.all([
    listAttention(caller, {}),
    listWorkspaces(caller, {}),
    searchTenants(caller, filter),
  ])
  return (
    <>
      <PageTitle title="Administration" action={<CreateTenant create={createTenantAction} />}>
        What needs a decision, then where everybody lives.
      </PageTitle>
      <Section id="attention" title="Domains that need attention">
        <AttentionList items={attention.items} />
      </Section>
      <Section id="workspaces" title="Workspaces">
        <WorkspaceList workspaces={workspaces.items} />
      </Section>
      <Section id="tenants" title="Tenants">
        <SearchForm
          label="Search tenants"
          placeholder="Name, slug or domain"
          value={filter.search ?? ''}
          action="/admin"
        />
        <TenantList tenants={tenants.items} search={filter.search} inviteOwner={inviteOwnerAction} />
        <Pager path="/admin" search={filter.search} cursor={filter.cursor} nextCursor={tenants.nextCursor} />
      </Section>
    </>
  )
}
