'use client'

import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { messageQueries } from './queries'

type Props = { slug: string; id: string; open: boolean; onClose: () => void }

/** The header lines as they came. */
export function HeadersDialog({ slug, id, open, onClose }: Props) {
  const { data, error, refetch } = useQuery({ ...messageQueries.headers(slug, id), enabled: open })
  return (
    <Dialog title="Headers" open={open} onClose={onClose}>
      {error ? (
        <div className="space-y-3">
          <p className="text-bad">The headers could not be read.</p>
          <Button size="sm" onClick={() => void refetch()}>
            Retry
          </Button>
        </div>
      ) : !data ? (
        <Skeleton className="h-40 w-full" />
      ) : (
        <dl tabIndex={0} aria-label="Header lines" className="max-h-[60dvh] overflow-y-auto">
          {data.items.map(({ name, value }, at) => (
            <div key={at} className="hairline py-1.5">
              <dt className="text-soft text-sm">{name}</dt>
              <dd className="pasted">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="mt-4 flex justify-end">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  )
}
