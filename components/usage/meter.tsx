import { CircleAlert, TriangleAlert } from 'lucide-react'
import { Chip } from '@/components/ui/chip'
import { RelativeTime } from '@/components/ui/relative-time'
import type { MeterView, UsageView } from '@/lib/usage/view'
import { amountWords, moreWords, shareWords } from '@/lib/usage/words'
import { Bar } from './bar'

type Props = { meter: MeterView; nextPlan: UsageView['nextPlan'] }

const chips = {
  ok: null,
  near: (
    <Chip tone="warning" icon={TriangleAlert}>
      Almost all used
    </Chip>
  ),
  full: (
    <Chip tone="warning-solid" icon={CircleAlert}>
      All used
    </Chip>
  ),
}

/** What was used of one limit, when it begins anew, and, where it gets tight, who can give more. */
export function Meter({ meter, nextPlan }: Props) {
  const { name, label, used, limit, unit, share, level, source } = meter
  const more = level !== 'ok' && moreWords(meter, nextPlan)
  const amount = limit === null ? amountWords(used, unit) : shareWords(used, limit, unit)
  return (
    <li id={name} className="hairline py-5">
      <div className="flex max-w-xl flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <h2 id={`${name}-label`} className="font-medium">
          {label}
        </h2>
        {chips[level]}
      </div>
      {share !== null && <Bar share={share} level={level} labelledBy={`${name}-label`} words={amount} />}
      <p className="text-sm leading-6 tabular-nums">
        {amount}
        <span className="text-soft">
          {limit === null ? ', without a limit' : source === 'policy' && !more && ', set by the platform'}
          <Again meter={meter} />
        </span>
      </p>
      {more && <p className="mt-1 max-w-prose text-sm">{more}</p>}
    </li>
  )
}

function Again({ meter: { window, resetsAt } }: { meter: MeterView }) {
  if (window === 'rate') return '. Each comes back within a minute.'
  if (!resetsAt) return '.'
  return (
    <>
      . Begins anew <RelativeTime at={resetsAt} />.
    </>
  )
}
