import type { Outcome } from '@/components/outcome'
import { RelativeTime } from '@/components/ui/relative-time'
import type { SessionView } from '@/lib/accounts/sessions/view'
import { EndSession } from './end-session'

type Props = { items: SessionView[]; end: (input: { id: string }) => Promise<Outcome<{ id: string }>> }

export function SessionList({ items, end }: Props) {
  return (
    <ul className="border-line border-t">
      {items.map((session) => (
        <li
          key={session.id}
          className="hairline flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
        >
          <div className="min-w-0">
            <p className="font-medium [overflow-wrap:anywhere]">
              {session.device}
              {session.isCurrent && <span className="text-soft font-normal"> · this browser</span>}
            </p>
            <p className="text-soft text-sm [overflow-wrap:anywhere]">
              {session.address && `${session.address} · `}
              seen <RelativeTime at={session.lastSeenAt} />
            </p>
          </div>
          <EndSession session={session} end={end} />
        </li>
      ))}
    </ul>
  )
}
