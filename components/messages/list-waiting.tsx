import { CircleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Skeleton } from '@/components/ui/skeleton'

/** In place of the list while it is read, and when it could not be. */
export function ListWaiting({ failed, retry }: { failed: boolean; retry: () => void }) {
  if (failed)
    return (
      <Callout tone="warning" icon={CircleAlert} role="status" className="mt-3">
        <p>The messages could not be read.</p>
        <Button size="sm" onClick={retry}>
          Retry
        </Button>
      </Callout>
    )
  return (
    <div role="status" className="border-line border-t">
      <span className="sr-only">Reading messages</span>
      {Array.from({ length: 6 }, (_, at) => (
        <div key={at} className="hairline space-y-1.5 px-3 py-3">
          <Skeleton className="h-4 w-1/2" />
          <Skeleton className="h-4 w-3/4" />
          <Skeleton className="h-4 w-full" />
        </div>
      ))}
    </div>
  )
}
