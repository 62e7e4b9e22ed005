'use client'

import { Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { useAct } from '@/components/use-act'

export type Undo = (input: { move: string }) => Promise<Outcome<unknown>>

/** Asks nothing first: what it does can be taken back just so. */
export function UndoMove({ move, to, undo }: { move: string; to: string; undo: Undo }) {
  const router = useRouter()
  const { run, busy, refusal } = useAct(undo)
  const act = async () => {
    await run({ move })
    // Also after a refusal: it was moved meanwhile.
    router.refresh()
  }
  return (
    <div className="flex flex-wrap items-center gap-y-2">
      <p role="status" className={cx('text-bad text-sm', refusal && 'mr-3')}>
        {refusal?.message}
      </p>
      <Button size="sm" busy={busy} onClick={() => void act()}>
        <Undo2 aria-hidden />
        Undo <span className="sr-only">and return to {to}</span>
      </Button>
    </div>
  )
}
