'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { useAct } from '@/components/use-act'
import type { SessionView } from '@/lib/accounts/sessions/view'

type Props = { session: SessionView; end: (input: { id: string }) => Promise<Outcome<{ id: string }>> }

export function EndSession({ session, end }: Props) {
  const router = useRouter()
  const { run, busy, refusal } = useAct(end)
  const signOut = async () => {
    const outcome = await run({ id: session.id })
    // Without a session the page itself leads to the sign-in.
    if (outcome?.ok) router.refresh()
  }
  return (
    <div className="flex flex-col items-end gap-1">
      <Button size="sm" busy={busy} onClick={signOut}>
        Sign out<span className="sr-only"> of {session.device}</span>
      </Button>
      <p role="status" className="text-bad max-w-64 text-sm">
        {refusal?.message}
      </p>
    </div>
  )
}
