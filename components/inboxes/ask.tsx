'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ConfirmForm } from '@/components/credentials/confirm-form'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

interface Props {
  /** what the button says, and what it is about for whoever hears the page */
  verb: string
  of?: string
  title: string
  confirm: string
  keep: string
  look?: 'quiet' | 'danger'
  act: () => Promise<Outcome<unknown>>
  children: React.ReactNode
}

/** A button whose act is asked first, with its consequence; the page shows at once what became of it. */
export function Ask({ verb, of, title, confirm, keep, look = 'quiet', act, children }: Props) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const run = async () => {
    const outcome = await act()
    if (outcome.ok) router.refresh()
    return outcome
  }
  return (
    <>
      <Button size="sm" look={look} onClick={() => setAsking(true)} aria-label={of && `${verb} ${of}`}>
        {verb}
      </Button>
      <Dialog title={title} open={asking} onClose={close}>
        <ConfirmForm verb={confirm} keep={keep} act={run} onClose={close}>
          {children}
        </ConfirmForm>
      </Dialog>
    </>
  )
}
