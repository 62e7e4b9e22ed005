import Link from 'next/link'
import { planWords } from '@/components/tenants/words'
import type { FoundTenantView } from '@/lib/tenants/view'

const why = {
  explicit: 'put here by an admin',
  pattern: 'brought by a pattern',
  fallback: 'as nothing else said where',
}

/** The tenants of a workspace, newest first, with why each is here. */
export function TenantsInside({ tenants }: { tenants: FoundTenantView[] }) {
  if (tenants.length === 0)
    return <p className="text-soft">No tenant is here. One can be moved here from its own page.</p>
  return (
    <ul className="border-line border-t">
      {tenants.map(({ id, slug, name, plan, assignment, suspension }) => (
        <li
          key={id}
          data-tenant={slug}
          className="hairline flex flex-wrap justify-between gap-x-6 gap-y-1 py-3"
        >
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <Link href={`/admin/tenants/${slug}`} className="decoration-edge underline underline-offset-4">
              {name}
            </Link>{' '}
            <span className="text-soft pasted">{slug}</span>
          </span>
          <span className="text-soft text-sm">
            {planWords[plan]}, {why[assignment]}
            {suspension && ', suspended'}
          </span>
        </li>
      ))}
    </ul>
  )
}
