import Link from 'next/link'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { Callout } from '@/components/ui/callout'
import type { HealthView } from '@/lib/provisioning/health/view'
import { many, type Finding } from './finding'
import { keptFindings } from './kept-findings'
import { RetryNotifications, type Retry } from './retry-notifications'

// Sealing comes every minute; five times that is no chance any more.
const SEAL_LATE = 5 * 60_000
// Objects are removed again and again; what is still there after a day will not go by itself.
const REMOVAL_LATE = 24 * 60 * 60_000

/** One sentence for each thing that can be well or not. */
export function Findings({ health, retry }: { health: HealthView; retry: Retry }) {
  return (
    <div className="space-y-3">
      {findings(health).map(({ good, text, href, again }) => (
        <Callout
          key={again ? 'again' : text}
          tone={good ? 'good' : 'warning'}
          icon={good ? CircleCheck : CircleAlert}
        >
          <p>
            {text}{' '}
            {href && (
              <Link href={href} className="underline underline-offset-4">
                Look at them
              </Link>
            )}
          </p>
          {again && <RetryNotifications retry={retry} />}
        </Callout>
      ))}
    </div>
  )
}

function findings({
  database,
  trail,
  mails,
  incoming,
  network,
  kept,
  counters,
  domains,
}: HealthView): Finding[] {
  const ageOf = (at: string | null) => (at ? Date.parse(database.time) - Date.parse(at) : 0)
  const age = ageOf(trail.oldestUnsealedAt)
  const late = age > SEAL_LATE
  return [
    late
      ? {
          good: false,
          text: `${many(trail.unsealed, 'event', 'wait')} to be sealed, the oldest for ${Math.round(age / 60_000)} minutes. The worker may be down.`,
        }
      : { good: true, text: `The audit trail is sealed; ${many(trail.unsealed, 'event')} came since.` },
    mails.failed > 0
      ? {
          good: false,
          text: `${many(mails.failed, 'mail')} of the product did not leave in the last 24 hours, ${many(mails.waiting, 'mail', 'wait')}.`,
        }
      : { good: true, text: `Mail of the product leaves; ${many(mails.waiting, 'mail', 'wait')}.` },
    incoming.unprocessed > 0
      ? {
          good: false,
          text: `${many(incoming.unprocessed, 'notification')} of incoming mail came more than a minute ago and still ${incoming.unprocessed === 1 ? 'waits' : 'wait'}. The worker may be down.`,
        }
      : { good: true, text: 'Incoming mail is taken as it comes.' },
    ...networkFindings(network),
    ...keptFindings(kept),
    ageOf(incoming.oldestRemovalAt) > REMOVAL_LATE
      ? {
          good: false,
          text: `${many(incoming.removals, 'stored message', 'wait')} to be removed, the oldest for more than a day. Storage may be away.`,
        }
      : {
          good: true,
          text: `${many(incoming.removals, 'stored message', 'wait')} to be removed from storage.`,
        },
    counters.corrected > 0
      ? {
          good: false,
          text: `${many(counters.corrected, 'count')} of domains or members had to be corrected in the last seven days. Only acts should change them: somebody may have changed rows by hand.`,
          href: '/admin/audit?action=usage.corrected',
        }
      : { good: true, text: 'No count of domains or members had to be corrected in the last seven days.' },
    domains > 0
      ? {
          good: false,
          text: `${many(domains, 'domain', 'wait')} for an administrator.`,
          href: '/admin#attention',
        }
      : { good: true, text: 'No domain waits for an administrator.' },
  ]
}

/** How mail that comes through the mail network reaches us. */
function networkFindings({
  topics,
  refused,
  failing,
  failingSince,
  problem,
}: HealthView['network']): Finding[] {
  const deaf = topics.filter(({ confirmedAt }) => confirmedAt === null)
  const last = topics
    .flatMap(({ lastAt }) => lastAt ?? [])
    .toSorted()
    .at(-1)
  return [
    ...deaf.map(({ topic }) => ({
      good: false,
      text: `The mail network does not tell us of mail: nobody confirmed the subscription to ${topic}. Subscribe it to /api/hooks/ses of this installation.`,
    })),
    ...(topics.length > 0 && deaf.length === 0
      ? [
          {
            good: true,
            text: last
              ? `The mail network tells us of mail, the last time on ${momentWords(last)}.`
              : 'The mail network is ready to tell us of mail; none came in the last fourteen days.',
          },
        ]
      : []),
    ...(failing > 0
      ? [
          {
            good: false,
            text: `${many(failing, 'notification')} of incoming mail could not be processed so far, the oldest since ${momentWords(failingSince)}. The newest says: ${problem}`,
            again: true as const,
          },
        ]
      : []),
    ...(refused > 0
      ? [
          {
            good: true,
            text: `${many(refused, 'notification')} in the last seven days ${refused === 1 ? 'was' : 'were'} not genuine, and turned away.`,
          },
        ]
      : []),
  ]
}

const momentWords = (at: string | null) => `${(at ?? '').slice(0, 16).replace('T', ' at ')} UTC`
