import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { RelativeTime } from '@/components/ui/relative-time'
import type { BatchView } from '@/lib/provisioning/batches/view'
import { progressWords } from './progress-words'

export function BatchList({ batches }: { batches: BatchView[] }) {
  if (batches.length === 0)
    return (
      <EmptyState
        title="There are no batches yet"
        action={
          <Link href="/admin/provision#file" className={buttonStyle({ look: 'primary' })}>
            Provision from a file
          </Link>
        }
      >
        Move many tenants below, or provision them from a file.
      </EmptyState>
    )
  return (
    <ul className="border-line border-t">
      {batches.map((batch) => (
        <li
          key={batch.id}
          className="hairline grid gap-x-8 gap-y-1 py-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
        >
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <h2 className="font-medium">
              <Link href={`/admin/batches/${batch.id}`} className="underline-offset-4 hover:underline">
                {batch.label}
              </Link>
            </h2>
            <p className="text-soft text-sm">
              {batch.startedBy}, <RelativeTime at={batch.createdAt} />
            </p>
          </div>
          <p className="text-sm leading-6 tabular-nums">{progressWords(batch)}</p>
        </li>
      ))}
    </ul>
  )
}
