import { GitMerge } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { RelativeTime } from '@/components/ui/relative-time'
import type { PolicyFieldView, PolicyView } from '@/lib/workspaces/policy/view'
import { textOf, valueOf } from './typed'
import { valueWords } from './words'

interface Props {
  field: PolicyFieldView
  by: PolicyView
  mine: string
  onType: (text: string) => void
  onDecide: () => void
}

/** Both changed this field: who edits decides which value stays. */
export function FieldConflict({ field: { label, unit, value }, by, mine, onType, onDecide }: Props) {
  const typed = valueOf(mine, unit)
  return (
    <Callout tone="warning" icon={GitMerge}>
      <p>
        {by.changedBy ?? 'Somebody else'} set this to {valueWords(value, unit)}{' '}
        {by.changedAt && <RelativeTime at={by.changedAt} />}. You typed{' '}
        {typed === undefined ? `“${mine}”` : valueWords(typed, unit)}.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={onDecide} aria-label={`Keep mine for ${label}`}>
          Keep mine
        </Button>
        <Button
          size="sm"
          aria-label={`Take theirs for ${label}`}
          onClick={() => {
            onType(textOf(value, unit))
            onDecide()
          }}
        >
          Take theirs
        </Button>
      </div>
    </Callout>
  )
}
