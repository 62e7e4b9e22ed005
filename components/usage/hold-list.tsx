import type { HoldView, UsageView } from '@/lib/usage/view'
import { amountWords, moreWords } from '@/lib/usage/words'

/** What holds for each message: nothing of it is used up, so there is no meter. */
export function HoldList({ holds, nextPlan }: Pick<UsageView, 'holds' | 'nextPlan'>) {
  return (
    <ul className="border-line border-t">
      {holds.map((hold) => (
        <li
          key={hold.name}
          id={hold.name}
          className="hairline grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[16rem_minmax(0,1fr)]"
        >
          <span>{hold.label}</span>
          <span className="text-sm leading-6">
            {boundWords(hold)} <span className="text-soft">{moreWords(hold, nextPlan)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function boundWords({ limit, unit, window }: HoldView): string {
  if (limit === null) return window === 'age' ? 'For as long as you like.' : 'Without a limit.'
  return window === 'age'
    ? `${amountWords(limit, unit)}, then it is deleted.`
    : `At most ${amountWords(limit, unit)}.`
}
