import { GitMerge } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { RelativeTime } from '@/components/ui/relative-time'
import type { PolicyView } from '@/lib/workspaces/policy/view'

/** Somebody saved while this person types. */
export function Overtaken({ by, onLook }: { by: PolicyView; onLook: () => void }) {
  return (
    <Callout tone="warning" icon={GitMerge} role="status" className="mb-4">
      <p>
        {by.changedBy ?? 'Somebody else'} changed this policy{' '}
        {by.changedAt && <RelativeTime at={by.changedAt} />}. What you typed is kept.
      </p>
      <Button size="sm" onClick={onLook}>
        Show the newest values
      </Button>
    </Callout>
  )
}
