import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { MailSummary } from '@/lib/local/world/types'
import { localQueries } from './queries'

export function MailList() {
  const { data } = useQuery(localQueries.mail())
  const messages = data?.items ?? []
  if (messages.length === 0)
    return <p className="text-soft">No message left yet. Send a test message from a domain’s page.</p>
  return (
    <ul aria-live="polite" className="border-line border-t">
      {messages.map((message) => (
        <li
          key={message.id}
          className="hairline relative grid gap-x-6 py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <Link
            href={`/local/mail/${encodeURIComponent(message.id)}`}
            className="font-medium [overflow-wrap:anywhere] after:absolute after:inset-0"
          >
            {message.subject}
          </Link>
          <span className="text-soft text-sm leading-6">
            <RelativeTime at={new Date(message.at).toISOString()} />
          </span>
          <p className="text-soft text-sm [overflow-wrap:anywhere]">
            From {message.from} to {message.to.join(', ')}
          </p>
          <p className="text-soft text-sm">{words(message)}</p>
        </li>
      ))}
    </ul>
  )
}

const words = ({ verdict }: MailSummary) =>
  verdict
    ? `DKIM ${verdict.dkim}, SPF ${verdict.spf}, DMARC ${verdict.dmarc}`
    : 'The receiver is still looking'
