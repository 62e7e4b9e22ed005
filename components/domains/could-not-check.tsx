import { RelativeTime } from '@/components/ui/relative-time'
import type { DomainView } from '@/lib/domains/view'
import { unanswered } from './words'

/** Why some records could not be checked, once for all of them, and when we try again. */
export function CouldNotCheck({ domain }: { domain: DomainView }) {
  const [first] = unanswered(domain.records)
  if (!first) return null
  const why = first.explanation
  return (
    <p className="text-ink max-w-prose">
      {why ? `${why.found} ${why.meaning}` : 'The name servers did not answer.'} We try again{' '}
      <RelativeTime at={domain.nextCheckAt} />.
    </p>
  )
}
