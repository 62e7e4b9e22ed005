import Link from 'next/link'
import { Environment } from '@/components/shell/environment'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { AccessView } from '@/lib/tenants/support/view'
import type { FoundTenantView } from '@/lib/tenants/view'
import { DomainNames } from './domain-names'
import { OpenTenant, type Open } from './open-tenant'
import { SuspendedChip } from './suspended-chip'

interface Props {
  tenants: FoundTenantView[]
  search: string | undefined
  /** where staff looks into one: the verb, and what is open already */
  support: { open: Open; accesses: AccessView[] }
}

export function TenantList({ tenants, search, support }: Props) {
  if (tenants.length === 0)
    return (
      <EmptyState title={search ? `No tenant matches “${search}”` : 'There are no tenants yet'}>
        {search
          ? 'Try a part of the name, the slug, or one of its domains.'
          : 'They appear here as they are created.'}
      </EmptyState>
    )
  return (
    <ul className="border-line border-t">
      {tenants.map((tenant) => (
        <li
          key={tenant.id}
          data-tenant={tenant.slug}
          className="hairline grid gap-x-8 gap-y-2 py-4 sm:grid-cols-[1fr_1fr_auto]"
        >
          <div className="min-w-0">
            <h2 className="flex flex-wrap items-center gap-2 font-medium">
              {tenant.name} <Environment name={tenant.workspace.environment} />
              {tenant.suspension && <SuspendedChip />}
            </h2>
            <p className="text-soft text-sm">
              <span className="pasted">{tenant.slug}</span>, in {tenant.workspace.name},{' '}
              {tenant.members === 1 ? '1 member' : `${tenant.members} members`}
            </p>
          </div>
          <DomainNames domains={tenant.domains} />
          {tenant.kind === 'customer' && <Enter tenant={tenant} {...support} />}
        </li>
      ))}
    </ul>
  )
}

function Enter({ tenant, open, accesses }: { tenant: FoundTenantView; open: Open; accesses: AccessView[] }) {
  const { slug, name } = tenant
  return (
    <div className="flex sm:justify-end">
      {accesses.some((access) => access.tenant.slug === slug) ? (
        <Link href={`/t/${slug}/domains`} className={buttonStyle({ size: 'sm' })}>
          Continue <span className="sr-only">in {name}</span>
        </Link>
      ) : (
        <OpenTenant slug={slug} name={name} open={open} />
      )}
    </div>
  )
}
