import Link from 'next/link'
import { Environment } from '@/components/shell/environment'
import { EmptyState } from '@/components/ui/empty-state'
import type { FoundTenantView } from '@/lib/tenants/view'
import { DomainNames } from './domain-names'
import { InviteOwner, type InviteFirst } from './invite-owner'
import { SuspendedChip } from './suspended-chip'
import { planWords } from './words'

interface Props {
  tenants: FoundTenantView[]
  filtered: boolean
  inviteOwner: InviteFirst
}

/** The list that admins go on from: each leads to all about it. */
export function TenantRows({ tenants, filtered, inviteOwner }: Props) {
  if (tenants.length === 0)
    return (
      <EmptyState title={filtered ? 'No tenant matches' : 'There are no tenants yet'}>
        {filtered
          ? 'Try a part of the name, the slug, or one of its domains, or take a filter away.'
          : 'Create one, and invite its first owner.'}
      </EmptyState>
    )
  return (
    <ul className="border-line border-t">
      {tenants.map((tenant) => (
        <li
          key={tenant.id}
          data-tenant={tenant.slug}
          className="hairline grid gap-x-8 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_9rem]"
        >
          <div className="min-w-0">
            <h2 className="flex flex-wrap items-center gap-2 font-medium [overflow-wrap:anywhere]">
              <Name tenant={tenant} /> <Environment name={tenant.workspace.environment} />
              {tenant.suspension && <SuspendedChip />}
            </h2>
            <p className="text-soft text-sm [overflow-wrap:anywhere]">
              <span className="pasted">{tenant.slug}</span>, {planWords[tenant.plan]}, in{' '}
              {tenant.workspace.name}, {tenant.members === 1 ? '1 member' : `${tenant.members} members`}
            </p>
          </div>
          <DomainNames domains={tenant.domains} />
          {tenant.kind === 'customer' && tenant.members === 0 && (
            <div className="sm:justify-self-end">
              <InviteOwner slug={tenant.slug} name={tenant.name} invite={inviteOwner} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The platform's own organisation is governed by nobody. */
function Name({ tenant: { slug, name, kind } }: { tenant: FoundTenantView }) {
  if (kind === 'platform') return name
  return (
    <Link href={`/admin/tenants/${slug}`} className="inline-flex min-h-11 items-center underline sm:min-h-0">
      {name}
    </Link>
  )
}
