'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { ConfirmForm } from '@/components/credentials/confirm-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useAct } from '@/components/use-act'
import type { InviteView } from '@/lib/accounts/invites/view'

export interface InviteActions {
  resend: (input: { id: string }) => Promise<Outcome<unknown>>
  revoke: (input: { id: string }) => Promise<Outcome<unknown>>
}

type Props = { invite: InviteView; actions: InviteActions }

export function InviteControls({ invite, actions }: Props) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [sent, setSent] = useState(false)
  const again = useAct(actions.resend)
  const resend = async () => {
    setSent(false)
    const outcome = await again.run({ id: invite.id })
    setSent(outcome?.ok === true)
    router.refresh()
  }
  const close = () => {
    setAsking(false)
    router.refresh()
  }
  return (
    <div className="flex flex-col gap-1 sm:items-end">
      <div className="flex flex-wrap gap-2">
        <Button size="sm" busy={again.busy} onClick={resend}>
          Send again <span className="sr-only">to {invite.email}</span>
        </Button>
        <Button size="sm" look="danger" onClick={() => setAsking(true)}>
          Revoke <span className="sr-only">the invitation of {invite.email}</span>
        </Button>
      </div>
      <p role="status" className="max-w-80 text-sm sm:text-right">
        {again.refusal ? (
          <span className="text-bad">{again.refusal.message}</span>
        ) : (
          sent && 'A new link is on its way.'
        )}
      </p>
      <Dialog title={`Revoke the invitation of ${invite.email}`} open={asking} onClose={close}>
        <ConfirmForm
          verb="Revoke invitation"
          keep="Keep invitation"
          act={() => actions.revoke({ id: invite.id })}
          onClose={close}
        >
          The link that was mailed to {invite.email} stops working at once.
        </ConfirmForm>
      </Dialog>
    </div>
  )
}
