import Link from 'next/link'
import { Ban } from 'lucide-react'
import { Chip } from '@/components/ui/chip'
import { RelativeTime } from '@/components/ui/relative-time'
import { howWords } from '@/lib/audit/words'
import type { AuditEventView } from '@/lib/audit/view'

type Props = { event: AuditEventView; href?: string | undefined; where?: React.ReactNode }

/** What happened, how, and when. */
export function ActivityRow({ event, href, where }: Props) {
  return (
    <li className="hairline grid gap-x-6 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <p>
          {href ? (
            <Link
              href={href}
              className="decoration-edge underline underline-offset-4 hover:decoration-current"
            >
              {event.text}
            </Link>
          ) : (
            event.text
          )}{' '}
          {event.result === 'refused' && (
            <Chip tone="warning" icon={Ban}>
              Refused
            </Chip>
          )}
        </p>
        <p className="text-soft text-sm">
          {where}
          {howWords(event)}
        </p>
      </div>
      <p className="text-soft text-sm leading-6">
        <RelativeTime at={event.at} />
      </p>
    </li>
  )
}
