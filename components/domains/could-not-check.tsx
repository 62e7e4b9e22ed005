import type { DomainView } from '@/lib/domains/view'
import { TryAgain } from './try-again'
import { unanswered } from './words'

/** Why some records could not be checked, once for all of them, and when we try again. */
export function CouldNotCheck({ domain }: { domain: DomainView }) {
  const [first] = unanswered(domain.records)
  if (!first) return null
  const why = first.explanation
  return (
    <p className="text-ink max-w-prose">
      {why ? `${why.found} ${why.meaning}` : 'The name servers did not answer.'}{' '}
      <TryAgain at={domain.nextCheckAt} />.
    </p>
  )
}
