import Link from 'next/link'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { Callout } from '@/components/ui/callout'
import type { HealthView } from '@/lib/provisioning/health/view'

type Finding = { good: boolean; text: string; href?: string }

const many = (n: number, one: string, does = '') =>
  `${n.toLocaleString('en')} ${n === 1 ? one : `${one}s`}${does && ` ${does}${n === 1 ? 's' : ''}`}`
// Sealing comes every minute; five times that is no chance any more.
const SEAL_LATE = 5 * 60_000

/** One sentence for each thing that can be well or not. */
export function Findings({ health }: { health: HealthView }) {
  return (
    <div className="space-y-3">
      {findings(health).map(({ good, text, href }) => (
        <Callout key={text} tone={good ? 'good' : 'warning'} icon={good ? CircleCheck : CircleAlert}>
          <p>
            {text}{' '}
            {href && (
              <Link href={href} className="underline underline-offset-4">
                Look at them
              </Link>
            )}
          </p>
        </Callout>
      ))}
    </div>
  )
}

function findings({ database, trail, mails, counters, domains }: HealthView): Finding[] {
  const age = trail.oldestUnsealedAt ? Date.parse(database.time) - Date.parse(trail.oldestUnsealedAt) : 0
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
