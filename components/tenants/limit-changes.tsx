import { TriangleAlert } from 'lucide-react'
import type { LimitChangeView } from '@/lib/tenants/view'
import { amountWords, numberWords } from '@/lib/usage/words'
import { limitWords } from './words'

/** Each limit before and after, those that change first; who is above reads what follows. */
export function LimitChanges({ limits }: { limits: LimitChangeView[] }) {
  const changed = (limit: LimitChangeView) => limit.before.limit !== limit.after.limit
  const same = limits.filter((limit) => !changed(limit))
  return (
    <div className="space-y-3 text-sm">
      {same.length === limits.length ? (
        <p>Every limit stays as it is.</p>
      ) : (
        <table className="w-full text-left">
          <caption className="sr-only">Limits that change</caption>
          <thead className="text-soft">
            <tr className="hairline">
              <th scope="col" className="py-1.5 pr-3 font-medium">
                Limit
              </th>
              <th scope="col" className="py-1.5 pr-3 font-medium">
                Now
              </th>
              <th scope="col" className="py-1.5 font-medium">
                Then
              </th>
            </tr>
          </thead>
          <tbody>
            {limits.filter(changed).map((limit) => (
              <tr key={limit.name} className="hairline align-top">
                <th scope="row" className="py-1.5 pr-3 font-normal">
                  {limit.label}
                  {limit.used !== null && (
                    <span className="text-soft block">{numberWords(limit.used, limit.unit)} used</span>
                  )}
                </th>
                <td className="py-1.5 pr-3 tabular-nums">
                  {limitWords(limit.before.limit, limit.before.source, limit.unit)}
                </td>
                <td className="py-1.5 tabular-nums">
                  {limitWords(limit.after.limit, limit.after.source, limit.unit)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {same.length > 0 && same.length < limits.length && (
        <p className="text-soft">Unchanged: {same.map(({ label }) => label).join(', ')}.</p>
      )}
      {limits
        .filter(({ consequence }) => consequence !== null)
        .map(({ name, label, used, unit, above, consequence }) => (
          <p key={name} className="flex gap-2">
            <TriangleAlert aria-hidden className="text-warn mt-0.5 size-4 shrink-0" />
            <span>
              {label}: {above && `above it with ${amountWords(used!, unit)}. `}
              {consequence}
            </span>
          </p>
        ))}
    </div>
  )
}
