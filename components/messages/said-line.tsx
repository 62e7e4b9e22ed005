import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import type { Said } from './use-mail-acts'

/** What the last act ended with, and the way back. */
export function SaidLine({ said, hush }: { said: Said | undefined; hush: () => void }) {
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 text-sm">
      {said && (
        <>
          <p className={cx('min-w-0', said.bad && 'text-bad')}>{said.text}</p>
          {said.undo && (
            <Button size="sm" onClick={said.undo}>
              Undo
            </Button>
          )}
          <Button size="sm" look="plain" onClick={hush}>
            Dismiss
          </Button>
        </>
      )}
    </div>
  )
}
