'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useAct } from '@/components/use-act'

type Props = { endAll: (input: Record<string, never>) => Promise<Outcome<{ ended: number }>> }

export function SignOutEverywhere({ endAll }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { run, busy, refusal } = useAct(endAll)
  const signOut = async () => {
    const outcome = await run({})
    // Without a session the page itself leads to the sign-in.
    if (outcome?.ok) router.refresh()
  }
  return (
    <div className="mt-4">
      <Button look="danger" onClick={() => setOpen(true)}>
        Sign out everywhere
      </Button>
      <Dialog title="Sign out everywhere" open={open} onClose={() => setOpen(false)}>
        <div className="space-y-4">
          <p>Every browser and command line of yours is signed out at once, this browser as well.</p>
          <p role="status" className="text-bad text-sm">
            {refusal?.message}
          </p>
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Stay signed in</Button>
            <Button look="danger" busy={busy} onClick={signOut}>
              Sign out everywhere
            </Button>
          </div>
        </div>
      </Dialog>
    </div>
  )
}
