import { useClock } from '@/components/ui/clock-provider'
import { EmptyState } from '@/components/ui/empty-state'

/** In place of a list of which nothing is found so far, while what lies further back is read; everything beside it works. */
export function LookingBack({ to }: { to: string | null }) {
  return (
    <EmptyState title="Nothing found yet">
      <p role="status">
        Looking further back{to && ', so far to '}
        {to && <Day at={to} />}.
      </p>
    </EmptyState>
  )
}

/** Under a list that goes on. */
export function Older({ lookedBackTo }: { lookedBackTo: string | null }) {
  if (lookedBackTo === null) return 'Older messages follow.'
  return (
    <>
      Looked back to <Day at={lookedBackTo} />. There may be older ones.
    </>
  )
}

/** Only the day: what is read aloud changes seldom. In the viewer's zone; in UTC until the browser took over. */
function Day({ at }: { at: string }) {
  const { settled } = useClock()
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    ...(!settled && { timeZone: 'UTC' }),
  })
  return <time dateTime={at}>{format.format(Date.parse(at))}</time>
}
