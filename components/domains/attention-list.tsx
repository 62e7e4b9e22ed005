import { CircleCheck, TriangleAlert } from 'lucide-react'
import { Environment } from '@/components/shell/environment'
import { RelativeTime } from '@/components/ui/relative-time'
import type { AttentionView } from '@/lib/domains/attention-view'

/** For administrators: what cannot go on by itself, with the inside of the problem. */
export function AttentionList({ items }: { items: AttentionView[] }) {
  if (items.length === 0)
    return (
      <p className="text-soft flex items-center gap-2">
        <CircleCheck aria-hidden className="text-good size-4" />
        Nothing waits for you.
      </p>
    )
  return (
    <ul className="border-line border-t">
      {items.map((item) => (
        <li key={item.domainId} className="hairline flex items-start gap-3 py-4">
          <TriangleAlert aria-hidden className="text-warn mt-1 size-4 shrink-0" />
          <div className="min-w-0 flex-1">
            <h3 className="font-medium [overflow-wrap:anywhere]">
              {item.name} <span className="text-soft font-normal">of {item.tenant.name}</span>{' '}
              <Environment name={item.tenant.environment} />
            </h3>
            <p>{item.problem}</p>
            {item.detail && <p className="pasted text-soft mt-1">{item.detail}</p>}
          </div>
          <span className="text-soft text-sm leading-6">
            <RelativeTime at={item.since} />
          </span>
        </li>
      ))}
    </ul>
  )
}
