import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { Environment } from '@/components/shell/environment'
import { Chip } from '@/components/ui/chip'
import type { OverseenTrailView } from '@/lib/audit/view'

/** The trails of organisations, each with what a walk over it found. */
export function TrailList({ trails }: { trails: OverseenTrailView[] }) {
  return (
    <ul className="border-line border-t">
      {trails.map(({ slug, tenant, environment, ok, events, unsealed, firstFault }) => (
        <li key={slug} className="hairline grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <p>
              {tenant} <span className="text-soft pasted">{slug}</span> <Environment name={environment} />
            </p>
            <p className="text-soft text-sm">
              {firstFault
                ? firstFault.what
                : `Events: ${events.toLocaleString('en')}, of which ${unsealed.toLocaleString('en')} wait for their seal.`}
            </p>
          </div>
          <p>
            <Chip tone={ok ? 'good' : 'bad'} icon={ok ? ShieldCheck : ShieldAlert}>
              {ok ? 'Whole' : 'Does not fit'}
            </Chip>
          </p>
        </li>
      ))}
    </ul>
  )
}
