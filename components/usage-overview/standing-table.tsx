import { EmptyState } from '@/components/ui/empty-state'
import type { StandingView } from '@/lib/usage/overview/view'
import { filtersHref, type Filters } from './filters'
import { SortHeader } from './sort-header'
import { StandingRow } from './standing-row'

type Props = { standings: StandingView[]; filters: Filters }

/** Who is how close to which limit; the heads of the columns say the order and change it. */
export function StandingTable({ standings, filters }: Props) {
  if (standings.length === 0)
    return (
      <EmptyState title="No tenant is like that">
        Take a filter away, or try a part of the name or the slug.
      </EmptyState>
    )
  const head = (sort: string, down: boolean) => ({
    href: filtersHref({ ...filters, sort }),
    now:
      (filters.sort ?? 'share') === sort ? (down ? ('descending' as const) : ('ascending' as const)) : null,
  })
  return (
    <table className="border-line w-full border-t text-left">
      <caption className="sr-only">Tenants by how close they are to their limits</caption>
      <thead>
        <tr className="hairline">
          <SortHeader {...head('name', false)} className="pr-3">
            Tenant
          </SortHeader>
          <SortHeader {...head('used', true)} className="w-2/5 pr-3 sm:w-80">
            Used
          </SortHeader>
          <SortHeader {...head('share', true)} className="w-16 sm:w-24">
            Share
          </SortHeader>
          <SortHeader {...head('newest', true)} className="w-32 max-sm:hidden">
            Since
          </SortHeader>
        </tr>
      </thead>
      <tbody>
        {standings.map((standing) => (
          <StandingRow key={standing.id} standing={standing} />
        ))}
      </tbody>
    </table>
  )
}
