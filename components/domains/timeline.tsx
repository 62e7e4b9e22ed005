import { CircleCheck, CircleX, Dot, TriangleAlert } from 'lucide-react'
import { RelativeTime } from '@/components/ui/relative-time'
import type { DomainEventView } from '@/lib/domains/view'

const tones = {
  neutral: { icon: Dot, colour: 'text-soft' },
  good: { icon: CircleCheck, colour: 'text-good' },
  warning: { icon: TriangleAlert, colour: 'text-warn' },
  bad: { icon: CircleX, colour: 'text-bad' },
} as const

export function Timeline({ events }: { events: DomainEventView[] }) {
  if (events.length === 0) return null
  return (
    <section aria-labelledby="timeline" className="mt-12">
      <h2 id="timeline" className="mb-2 text-lg font-medium">
        What happened so far
      </h2>
      <ol>
        {events.map((event) => {
          const { icon: Icon, colour } = tones[event.tone]
          return (
            <li key={event.id} className="flex items-start gap-3 py-1.5">
              <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${colour}`} />
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{event.text}</span>
              <span className="text-soft text-sm leading-6">
                <RelativeTime at={event.at} />
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
