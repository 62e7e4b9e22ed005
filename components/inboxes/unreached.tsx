import { CircleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'

interface Props {
  /** what is shown could not be read again */
  failed: boolean
  retry: () => void
}

/** What is shown stays, and whoever waits for mail is told why none comes. */
export function Unreached({ failed, retry }: Props) {
  return (
    <div role="status">
      {failed && (
        <Callout tone="warning" icon={CircleAlert} className="mb-3">
          <p>The server does not answer. What is new shows here as soon as it does.</p>
          <Button size="sm" onClick={retry}>
            Retry
          </Button>
        </Callout>
      )}
    </div>
  )
}
