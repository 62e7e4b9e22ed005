import { useClock } from '@/components/ui/clock-provider'
import { span } from '@/components/ui/time-words'
import type { DomainView } from '@/lib/domains/view'

/** When we look again. Somebody watches, so that is mostly at once; the place is kept for the longest words. */
export function NextCheck({ domain }: { domain: DomainView }) {
  const { now } = useClock()
  const left = Date.parse(domain.nextCheckAt) - now
  return (
    <p className="text-soft min-h-5 min-w-48 text-sm leading-5 tabular-nums sm:text-right">
      {left > 2000 ? `Next check in ${span(left)}` : 'Checking while you watch'}
    </p>
  )
}
