import { ExactTime } from '@/components/ui/exact-time'
import { RelativeTime } from '@/components/ui/relative-time'
import type { DomainView } from '@/lib/domains/view'
import type { DomainActions } from './actions'
import { CheckNow } from './check-now'
import { howMailLeaves, unanswered } from './words'

type Props = { domain: DomainView; slug: string; check: DomainActions['check'] }

/** Whose move it is, what happens next and when. */
export function StatusDetail({ domain, slug, check }: Props) {
  return (
    <div className="text-soft max-w-prose space-y-2">
      {domain.notice && <p className="text-ink">{domain.notice}</p>}
      <NextStep domain={domain} />
      {domain.state === 'failed' && check && (
        <div className="flex pt-1">
          <CheckNow domain={domain} slug={slug} check={check} label="Try again" />
        </div>
      )}
    </div>
  )
}

function NextStep({ domain }: { domain: DomainView }) {
  switch (domain.state) {
    case 'degraded':
      return (
        <p>
          Record lost: mail now leaves {howMailLeaves[domain.sender.identity]}. Put it back
          {domain.graceUntil ? (
            <>
              {' '}
              before <ExactTime at={domain.graceUntil} />
            </>
          ) : (
            ' soon'
          )}
          ; everything is as before as soon as we see it.
        </p>
      )
    case 'failed':
      return (
        <p>
          Publish the records that are missing below, then try again. We also look a few times a day by
          ourselves.
        </p>
      )
    case 'pending':
      return domain.ownershipNeeded || unanswered(domain.records).length > 0 ? null : (
        <p>
          Your move. Copy each record below into your DNS panel; its chip turns green here a second or two
          after it is published. We stop looking <RelativeTime at={domain.deadlineAt} />; this page can be
          closed until then.
        </p>
      )
    default:
      // Ours to move: the notice says what we are busy with.
      return null
  }
}
