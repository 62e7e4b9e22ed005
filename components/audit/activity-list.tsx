import { EmptyState } from '@/components/ui/empty-state'
import { RelativeTime } from '@/components/ui/relative-time'
import type { AuditEventView } from '@/lib/audit/view'

export function ActivityList({ events }: { events: AuditEventView[] }) {
  if (events.length === 0)
    return (
      <EmptyState title="Nothing happened yet">
        Adding a domain or sending a test message shows up here.
      </EmptyState>
    )
  return (
    <ol className="border-line border-t">
      {events.map((event) => (
        <li key={event.id} className="hairline grid gap-x-6 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
          <p className="[overflow-wrap:anywhere]">{event.text}</p>
          <p className="text-soft text-sm leading-6">
            <RelativeTime at={event.at} />
          </p>
        </li>
      ))}
    </ol>
  )
}
