import Link from 'next/link'
import type { TotalsView } from '@/lib/usage/overview/view'

/** How much there is of what has a page of its own. */
export function Totals({ totals }: { totals: Pick<TotalsView, 'tenants' | 'workspaces'> }) {
  const counts = [
    { count: totals.tenants, one: 'tenant', href: '/admin/tenants' },
    { count: totals.workspaces, one: 'workspace', href: '/admin/workspaces' },
  ]
  return (
    <ul className="flex flex-wrap gap-x-10 gap-y-4">
      {counts.map(({ count, one, href }) => (
        <li key={href}>
          <Link href={href} className="group block">
            <span className="block text-3xl font-semibold tracking-tight tabular-nums">
              {count.toLocaleString('en')}
            </span>
            <span className="text-soft group-hover:text-ink underline underline-offset-4">
              {count === 1 ? one : `${one}s`}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
