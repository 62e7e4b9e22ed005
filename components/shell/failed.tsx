import { CircleX } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'

/** In place of what could not be shown; the rest of the page keeps working. */
export function Failed({ retry }: { retry: () => void }) {
  return (
    <Callout tone="bad" icon={CircleX}>
      <h1 className="font-medium">This page could not be shown</h1>
      <p className="text-soft">Something failed on our side. Nothing was lost. Try again in a minute.</p>
      <Button onClick={retry}>Retry</Button>
    </Callout>
  )
}
