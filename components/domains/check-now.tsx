import { useQueryClient } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useAct } from '@/components/use-act'
import type { DomainView } from '@/lib/domains/view'
import type { DomainActions } from './actions'
import { putDomain } from './use-watch'

type Props = { domain: DomainView; slug: string; check: NonNullable<DomainActions['check']>; label?: string }

export function CheckNow({ domain, slug, check, label = 'Check now' }: Props) {
  const client = useQueryClient()
  const { run, busy, refusal } = useAct(check)
  const look = async () => {
    const outcome = await run({ id: domain.id })
    if (outcome?.ok) putDomain(client, slug, outcome.data)
  }
  return (
    <div className="flex flex-col gap-1 sm:items-end">
      <Button busy={busy} onClick={look}>
        <RefreshCw aria-hidden className={busy ? 'motion-safe:animate-spin' : undefined} />
        {label}
      </Button>
      {refusal && (
        <p role="status" className="text-bad max-w-64 text-sm sm:text-right">
          {refusal.message}
        </p>
      )}
    </div>
  )
}
