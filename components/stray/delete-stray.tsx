'use client'

import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useAct } from '@/components/use-act'
import type { StrayMailView } from '@/lib/messages/stray/view'

interface Props {
  mail: Pick<StrayMailView, 'id' | 'recipient'>
  remove: (input: { id: string }) => Promise<Outcome<{ id: string }>>
}

export function DeleteStray({ mail, remove }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { run, busy, refusal } = useAct(remove)
  const confirm = async () => {
    const outcome = await run({ id: mail.id })
    if (outcome?.ok) router.push('/admin/stray')
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Trash2 aria-hidden />
        Delete message
      </Button>
      <Dialog title="Delete this message" open={open} onClose={() => setOpen(false)}>
        <div className="space-y-4">
          <p>
            The message for {mail.recipient} is gone for good, for whoever it was meant for as well. Its
            sender hears nothing of it.
          </p>
          <p role="status" className="text-bad min-h-6 text-sm">
            {refusal?.message}
          </p>
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Keep it</Button>
            <Button look="danger" busy={busy} onClick={confirm}>
              Delete message
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
