'use client'

import { useQueryClient } from '@tanstack/react-query'
import { EyeOff } from 'lucide-react'
import { useState } from 'react'
import { ConfirmForm } from '@/components/credentials/confirm-form'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import type { MessageView } from '@/lib/messages/view'
import type { MessageActions } from './actions'
import { subjectOf } from './words'

type Props = { slug: string; message: MessageView; unmask: NonNullable<MessageActions['unmask']> }

/** Codes and links that let somebody in, and files that may hold them, are hidden from staff, until a second click that the customer can read about. */
export function Unmask({ slug, message, unmask }: Props) {
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const show = async () => {
    const outcome = await unmask({ id: message.id })
    if (outcome.ok) await client.invalidateQueries({ queryKey: ['t', slug, 'messages'] })
    return outcome
  }
  return (
    <Callout tone="waiting" icon={EyeOff}>
      <p>
        {message.masked
          ? 'Numbers that can be one-time codes, and links, are hidden from you in this message, and so are its files.'
          : 'Its files, pictures that came along and the raw message are hidden from you: they can hold codes and links that sign somebody in.'}
      </p>
      <Button size="sm" onClick={() => setAsking(true)}>
        Show codes and links
      </Button>
      <Dialog title="Show codes and links" open={asking} onClose={() => setAsking(false)}>
        <ConfirmForm
          verb="Show codes and links"
          keep="Keep them hidden"
          act={show}
          onClose={() => setAsking(false)}
        >
          You see all of this message, and can download its files. It is recorded that you looked at “
          {subjectOf(message)}”, with your reason, and the customer reads it in its activity. Every other
          message stays as it is.
        </ConfirmForm>
      </Dialog>
    </Callout>
  )
}
