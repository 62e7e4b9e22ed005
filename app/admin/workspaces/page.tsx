import type { Metadata } from 'next'
import Link from 'next/link'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { CreateWorkspaceButton } from '@/components/workspaces/create-workspace'
import { WorkspaceFilter } from '@/components/workspaces/workspace-filters'
import { WorkspaceList } from '@/components/workspaces/workspace-list'
import { requireStaff } from '@/lib/faces/next/session'
import { listWorkspaces } from '@/lib/workspaces/list-workspaces'
import { createWorkspaceAction } from './actions'

export const metadata: Metadata = { title: 'Workspaces' }

const path = '/admin/workspaces'
const known = ['production', 'staging', 'development'] as const

export default async function WorkspacesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const caller = await requireStaff('admin')
  const search = await searchParams
  const filters = one(search, 'search', 'environment', 'archived')
  const { cursor } = one(search, 'cursor')
  const environment = known.find((name) => name === filters.environment)
  const page = await listWorkspaces(caller, {
    ...(filters.search && { search: filters.search }),
    ...(environment && { environment }),
    ...(cursor && { cursor }),
    archived: filters.archived === 'true',
  })
  const narrowed = Object.keys(filters).length > 0
  return (
    <>
      <PageTitle title="Workspaces" action={<CreateWorkspaceButton create={createWorkspaceAction} />}>
        Each holds tenants and one policy. What a policy says holds for all of them, from their very next act.
      </PageTitle>
      <WorkspaceFilter path={path} filters={filters} />
      {page.items.length > 0 ? (
        <WorkspaceList workspaces={page.items} />
      ) : (
        <EmptyState title={narrowed ? 'No workspace fits these filters' : 'There is no workspace'}>
          {narrowed ? (
            <Link href={path} className="text-seal underline underline-offset-4">
              Show all open workspaces
            </Link>
          ) : (
            'Create one for tenants that share limits.'
          )}
        </EmptyState>
      )}
      <Pager path={path} keep={filters} cursor={cursor} nextCursor={page.nextCursor} />
    </>
  )
}
