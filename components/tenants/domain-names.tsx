import type { FoundTenantView } from '@/lib/tenants/view'

export function DomainNames({ domains }: Pick<FoundTenantView, 'domains'>) {
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
