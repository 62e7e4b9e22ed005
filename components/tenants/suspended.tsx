import { CirclePause } from 'lucide-react'
import { ExactTime } from '@/components/ui/exact-time'
import type { TenantView } from '@/lib/tenants/view'

type Props = { name: string; suspension: NonNullable<TenantView['suspension']> }

/** Said on every page of a tenant that can be read, and not changed. */
export function Suspended({ name, suspension: { since, reason } }: Props) {
  return (
    <aside aria-label="Suspension" className="border-bad-edge bg-bad-tint border-b">
      <p className="mx-auto flex max-w-6xl gap-2 px-4 py-2 text-sm [overflow-wrap:anywhere] sm:px-6">
        <CirclePause aria-hidden className="text-bad mt-0.5 size-4 shrink-0" />
        <span>
          {name} has been suspended since <ExactTime at={since} />: everything can be read, and nothing
          changed. Ask the platform’s support to have it reactivated. Reason: {reason}
        </span>
      </p>
    </aside>
  )
}
