import { EmptyState } from '@/components/ui/empty-state'
import type { AuditEventView } from '@/lib/audit/view'
import { ActivityRow } from './activity-row'

type Props = {
  events: AuditEventView[]
  filtered: boolean
  /** where an event opens, for whom it may */
  detailPath?: string | undefined
}

export function ActivityList({ events, filtered, detailPath }: Props) {
  if (events.length === 0)
    return filtered ? (
      <EmptyState title="Nothing matches">Try fewer filters, or a longer time.</EmptyState>
    ) : (
      <EmptyState title="Nothing happened yet">
        Adding a domain or sending a test message shows up here.
      </EmptyState>
    )
  return (
    <ol className="border-line border-t">
      {events.map((event) => (
        <ActivityRow key={event.id} event={event} href={detailPath && `${detailPath}/${event.id}`} />
      ))}
    </ol>
  )
}
