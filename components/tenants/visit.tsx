'use client'

import { Eye } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { ExactTime } from '@/components/ui/exact-time'
import { useAct } from '@/components/use-act'
import type { AccessView } from '@/lib/tenants/support/view'

interface Props {
  access: AccessView
  end: (input: { id: string }) => Promise<Outcome<{ id: string }>>
}

/** Staff inside a tenant read this on every page; when the time is up, the page goes. */
export function Visit({ access, end }: Props) {
  const router = useRouter()
  const { run, busy, refusal } = useAct(end)
  const { id, tenant, reason, expiresAt } = access
  useEffect(() => {
    const over = setTimeout(
      () => window.location.reload(),
      Math.max(1_000, Date.parse(expiresAt) - Date.now()),
    )
    return () => clearTimeout(over)
  }, [expiresAt])
  const leave = async () => {
    const outcome = await run({ id })
    if (outcome?.ok) router.push('/support')
  }
  return (
    <aside aria-label="Support access" className="border-warn-edge bg-warn-tint border-b">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-2 text-sm sm:px-6">
        <p className="flex min-w-0 gap-2 [overflow-wrap:anywhere]">
          <Eye aria-hidden className="text-warn mt-0.5 size-4 shrink-0" />
          <span>
            You look at {tenant.name} as support until <ExactTime at={expiresAt} />. Reason: {reason}
          </span>
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <p role="status" className="text-bad">
            {refusal?.message}
          </p>
          <Button size="sm" busy={busy} onClick={leave}>
            End access
          </Button>
        </div>
      </div>
    </aside>
  )
}
