import { CircleAlert } from 'lucide-react'
import { Callout } from '@/components/ui/callout'
import type { Refusal } from '@/lib/kernel/errors'

/** What could not be shown, in place; the rest of the page goes on working. */
export function Failed({ error }: { error: Refusal }) {
  return (
    <Callout tone="warning" icon={CircleAlert} role="status" className="mb-6">
      <p>{error.message}</p>
    </Callout>
  )
}
