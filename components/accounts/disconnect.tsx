'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { useAct } from '@/components/use-act'
import { providerNames, type Provider } from '@/lib/accounts/connections/words'

interface Props {
  provider: Provider
  disconnect: (input: { provider: Provider }) => Promise<Outcome<{ provider: Provider }>>
}

export function Disconnect({ provider, disconnect }: Props) {
  const router = useRouter()
  const { run, busy, refusal } = useAct(disconnect)
  const act = async () => {
    const outcome = await run({ provider })
    if (outcome?.ok) router.refresh()
  }
  return (
    <div className="flex flex-col items-end gap-1">
      <Button size="sm" busy={busy} onClick={act}>
        Disconnect {providerNames[provider]}
      </Button>
      <p role="status" className="text-bad max-w-64 text-sm">
        {refusal?.message}
      </p>
    </div>
  )
}
