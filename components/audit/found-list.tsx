import { Environment } from '@/components/shell/environment'
import { EmptyState } from '@/components/ui/empty-state'
import type { FoundEventView } from '@/lib/audit/view'
import { ActivityRow } from './activity-row'

/** Events of all organisations. */
export function FoundList({ events }: { events: FoundEventView[] }) {
  if (events.length === 0)
    return <EmptyState title="Nothing matches">Try fewer filters, or name an earlier beginning.</EmptyState>
  return (
    <ol className="border-line border-t">
      {events.map((event) => (
        <ActivityRow
          key={event.id}
          event={event}
          where={
            <>
              {event.tenant.name} <Environment name={event.tenant.environment} /> (
              <span className="pasted">{event.tenant.slug}</span>)
              {event.address && (
                <>
                  , from <span className="pasted">{event.address}</span>
                </>
              )}
              .{' '}
            </>
          }
        />
      ))}
    </ol>
  )
}
