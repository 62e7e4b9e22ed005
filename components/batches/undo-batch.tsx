'use client'

import { Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useAct } from '@/components/use-act'
import type { BatchView } from '@/lib/provisioning/batches/view'

interface Props {
  batch: BatchView
  undo: (input: { id: string }) => Promise<Outcome<BatchView>>
}

export function UndoBatch({ batch, undo }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { run, busy, refusal } = useAct(undo)
  const confirm = async () => {
    const outcome = await run({ id: batch.id })
    if (!outcome?.ok) return
    setOpen(false)
    router.push(`/admin/batches/${outcome.data.id}`)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Undo2 aria-hidden />
        Take back moves
      </Button>
      <Dialog title="Take back these moves" open={open} onClose={() => setOpen(false)}>
        <div className="space-y-4">
          <p>
            Each tenant goes back to the workspace it came from, with its limits, unless it was moved again
            since. It is a batch of its own.
          </p>
          <p role="status" className="text-bad min-h-6 text-sm">
            {refusal?.message}
          </p>
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Leave them</Button>
            <Button look="danger" busy={busy} onClick={confirm}>
              Take back moves
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
