'use client'

import { CircleStop } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useAct } from '@/components/use-act'
import type { BatchView } from '@/lib/provisioning/batches/view'

interface Props {
  batch: BatchView
  stop: (input: { id: string }) => Promise<Outcome<BatchView>>
}

export function StopBatch({ batch, stop }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { run, busy, refusal } = useAct(stop)
  const confirm = async () => {
    const outcome = await run({ id: batch.id })
    if (!outcome?.ok) return
    setOpen(false)
    router.refresh()
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <CircleStop aria-hidden />
        Stop batch
      </Button>
      <Dialog title="Stop this batch" open={open} onClose={() => setOpen(false)}>
        <div className="space-y-4">
          <p className="[overflow-wrap:anywhere]">
            {batch.label}: what is done stays as it is, and what waits is refused. It cannot be started again.
          </p>
          <p role="status" className="text-bad min-h-6 text-sm">
            {refusal?.message}
          </p>
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Let it go on</Button>
            <Button look="danger" busy={busy} onClick={confirm}>
              Stop batch
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
