import { Button } from '@/components/ui/button'
import type { Refusal } from '@/lib/kernel/errors'

interface Props {
  verb: string
  keep: string
  look?: 'primary' | 'danger'
  busy: boolean
  refusal: Refusal | undefined
  onSubmit: (event: React.SubmitEvent<HTMLFormElement>) => void
  onClose: () => void
  children: React.ReactNode
}

/** What a dialog asks, with its refusal in place and its two ways out. */
export function DialogForm({
  verb,
  keep,
  look = 'primary',
  busy,
  refusal,
  onSubmit,
  onClose,
  children,
}: Props) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(event)
      }}
      noValidate
      className="space-y-4"
    >
      {children}
      <p role="status" className="text-bad text-sm">
        {!refusal?.fields && refusal?.message}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button wraps onClick={onClose}>
          {keep}
        </Button>
        <Button type="submit" look={look} busy={busy} wraps>
          {verb}
        </Button>
      </div>
    </form>
  )
}
