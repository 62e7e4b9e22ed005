import { useQuery } from '@tanstack/react-query'
import { RelativeTime } from '@/components/ui/relative-time'
import type { SnsState } from '@/lib/local/world/types'
import { localQueries } from '../queries'

export function ArrivedList() {
  const { data } = useQuery(localQueries.arrivals())
  return (
    <>
      <p className="text-soft mb-3 text-sm">{data && standing(data.topic)}</p>
      {data?.items.length === 0 && <p className="text-soft">Nothing came in yet. Write a letter above.</p>}
      <ul aria-live="polite" className="border-line border-t">
        {data?.items.map(({ id, at, from, to, subject, size, by }) => (
          <li key={id} className="hairline grid gap-x-6 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
            <span className="font-medium [overflow-wrap:anywhere]">{subject || 'No subject'}</span>
            <span className="text-soft text-sm leading-6">
              <RelativeTime at={new Date(at).toISOString()} />
            </span>
            <p className="text-soft text-sm [overflow-wrap:anywhere]">
              From {from || 'nobody (a bounce)'} to {to.join(', ')},{' '}
              {Math.ceil(size / 1000).toLocaleString('en')} kB,{' '}
              {by === 's3' ? 'laid into the bucket' : 'sent along'}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

function standing({ subscription, waiting, attempts }: SnsState): string {
  if (!subscription?.confirmedAt) return 'The product has not confirmed yet that it wants to be told of mail.'
  const last = attempts[0] && `The last time it was told, it answered ${attempts[0].result}.`
  const queue = waiting === 0 ? 'The product was told of everything.' : `${waiting} still to be told.`
  return last ? `${queue} ${last}` : queue
}
