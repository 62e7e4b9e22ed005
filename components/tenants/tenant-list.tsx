import { Environment } from '@/components/shell/environment'
import { EmptyState } from '@/components/ui/empty-state'
import type { FoundTenantView } from '@/lib/tenants/view'

export function TenantList({ tenants, search }: { tenants: FoundTenantView[]; search: string | undefined }) {
  if (tenants.length === 0)
    return (
      <EmptyState title={search ? `No tenant matches “${search}”` : 'There are no tenants yet'}>
        {search
          ? 'Try a part of the name, the slug, or one of its domains.'
          : 'They appear here as they sign up.'}
      </EmptyState>
    )
  return (
    <ul className="border-line border-t">
      {tenants.map((tenant) => (
        <li
          key={tenant.id}
          data-tenant={tenant.slug}
          className="hairline grid gap-x-8 gap-y-1 py-4 sm:grid-cols-2"
        >
          <div className="min-w-0">
            <h2 className="flex flex-wrap items-center gap-2 font-medium">
              {tenant.name} <Environment name={tenant.workspace.environment} />
            </h2>
            <p className="text-soft text-sm">
              <span className="pasted">{tenant.slug}</span>, in {tenant.workspace.name},{' '}
              {tenant.members === 1 ? '1 member' : `${tenant.members} members`}
            </p>
          </div>
          <DomainNames domains={tenant.domains} />
        </li>
      ))}
    </ul>
  )
}

function DomainNames({ domains }: Pick<FoundTenantView, 'domains'>) {
  if (domains.length === 0) return <p className="text-soft text-sm leading-6">No domain yet</p>
  return (
    <ul className="text-sm leading-6">
      {domains.map((domain) => (
        <li key={domain.name} className="[overflow-wrap:anywhere]">
          {domain.name} <span className="text-soft">({domain.state})</span>
        </li>
      ))}
    </ul>
  )
}
