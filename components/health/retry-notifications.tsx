'use client'

import { RotateCcw } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { useAct } from '@/components/use-act'

interface Started {
  started: number
  more: boolean
}
export type Retry = (input: Record<string, never>) => Promise<Outcome<Started>>

export function RetryNotifications({ retry }: { retry: Retry }) {
  const router = useRouter()
  const { run, busy, refusal } = useAct(retry)
  const [said, setSaid] = useState('')
  const again = async () => {
    setSaid('')
    const outcome = await run({})
    if (!outcome?.ok) return
    setSaid(startedWords(outcome.data))
    router.refresh()
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button size="sm" busy={busy} onClick={() => void again()}>
        <RotateCcw aria-hidden />
        Try again
      </Button>
      <p role="status" className={refusal ? 'text-bad text-sm' : 'text-soft text-sm'}>
        {refusal?.message ?? said}
      </p>
    </div>
  )
}

function startedWords({ started, more }: Started): string {
  if (started === 0) return 'All of them are being tried already.'
  const words = `${started.toLocaleString('en')} ${started === 1 ? 'is' : 'are'} being tried again.`
  return more ? `${words} There may be more: try again for those in a minute.` : words
}
