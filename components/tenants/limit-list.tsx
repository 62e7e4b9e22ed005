import type { InspectedTenantView } from '@/lib/tenants/view'
import { limitWords } from './words'

/** Every limit with what is used of it and who decides it. */
export function LimitList({ limits }: Pick<InspectedTenantView, 'limits'>) {
  return (
    <table className="w-full max-w-2xl text-left text-sm">
      <caption className="sr-only">Limits in effect</caption>
      <thead className="text-soft">
        <tr className="hairline">
          <th scope="col" className="py-2 pr-3 font-medium">
            Limit
          </th>
          <th scope="col" className="py-2 pr-3 font-medium">
            Used
          </th>
          <th scope="col" className="py-2 font-medium">
            In effect
          </th>
        </tr>
      </thead>
      <tbody>
        {limits.map(({ name, label, used, limit, source }) => (
          <tr key={name} className="hairline">
            <th scope="row" className="py-2 pr-3 font-normal">
              {label}
            </th>
            <td className="py-2 pr-3 tabular-nums">
              {used.toLocaleString('en')}
              {limit !== null && used > limit && ', above it'}
            </td>
            <td className="py-2 tabular-nums">{limitWords(limit, source)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
