import type { InspectedTenantView } from '@/lib/tenants/view'
import { numberWords } from '@/lib/usage/words'
import { limitWords } from './words'

/** Every limit with what is used of it and who decides it. */
export function LimitList({ limits, holds }: Pick<InspectedTenantView, 'limits' | 'holds'>) {
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
        {limits.map(({ name, label, used, limit, source, unit }) => (
          <tr key={name} className="hairline">
            <th scope="row" className="py-2 pr-3 font-normal">
              {label}
            </th>
            <td className="py-2 pr-3 tabular-nums">
              {numberWords(used, unit)}
              {limit !== null && used > limit && ', above it'}
            </td>
            <td className="py-2 tabular-nums">{limitWords(limit, source, unit)}</td>
          </tr>
        ))}
        {holds.map(({ name, label, limit, source, unit }) => (
          <tr key={name} className="hairline">
            <th scope="row" className="py-2 pr-3 font-normal">
              {label}
            </th>
            <td className="text-soft py-2 pr-3">each message</td>
            <td className="py-2 tabular-nums">{limitWords(limit, source, unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
