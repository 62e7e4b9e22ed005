import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { useAct } from '@/components/use-act'

interface Props {
  verb: string
  keep: string
  act: () => Promise<Outcome<unknown>>
  onClose: () => void
  children: React.ReactNode
}

/** The consequence in words, then the act or the way back. */
export function ConfirmForm({ verb, keep, act, onClose, children }: Props) {
  const { run, busy, refusal } = useAct(act)
  const confirm = async () => {
    if ((await run())?.ok) onClose()
  }
  return (
    <div className="space-y-4">
      <p>{children}</p>
      {refusal && (
        <p role="alert" className="text-bad text-sm">
          {refusal.message}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{keep}</Button>
        <Button look="danger" busy={busy} wraps onClick={confirm}>
          {verb}
        </Button>
      </div>
    </div>
  )
}
