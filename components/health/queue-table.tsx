import { RelativeTime } from '@/components/ui/relative-time'
import type { HealthView } from '@/lib/provisioning/health/view'

/** Jobs by kind: what waits, what is under way, what was given up. */
export function QueueTable({ queues }: Pick<HealthView, 'queues'>) {
  return (
    <ul className="border-line border-t">
      {queues.map(({ name, waiting, active, failed, oldestWaitingAt }) => (
        <li key={name} className="hairline grid gap-x-6 py-2 sm:grid-cols-2">
          <span className="pasted self-center">{name}</span>
          <span className="text-sm leading-6 tabular-nums">
            {waiting} waiting, {active} under way,{' '}
            <span className={failed > 0 ? 'text-bad font-medium' : undefined}>{failed} given up</span>
            {oldestWaitingAt && (
              <span className="text-soft">
                , next <RelativeTime at={oldestWaitingAt} />
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
