import { Button } from '@/components/ui/button'
import { tenantsWords } from './words'

interface Props {
  /** fields that would change */
  count: number
  hasProblems: boolean
  undecided: number
  /** tenants, once it is worked out */
  touched: number | undefined
  /** what was said of the last save */
  told: string
  onDiscard: () => void
}

/** Stays in sight: how much would change, and the way on. */
export function SaveBar({ count, hasProblems, undecided, touched, told, onDiscard }: Props) {
  return (
    <div className="bg-paper border-line sticky bottom-0 flex flex-wrap items-center gap-x-4 gap-y-2 border-t py-3">
      <Button type="submit" look="primary" busy={count === 0 && !hasProblems}>
        Review changes
      </Button>
      {count > 0 && (
        <Button look="plain" onClick={onDiscard}>
          Discard
        </Button>
      )}
      <p role="status" className="text-soft min-w-0 text-sm">
        {told || summary(count, undecided, touched)}
      </p>
    </div>
  )
}

function summary(count: number, undecided: number, touched: number | undefined): string {
  if (undecided > 0) return 'Decide for each marked field which value stays.'
  if (count === 0) return 'Nothing is changed yet.'
  const changes = count === 1 ? '1 field changes' : `${count} fields change`
  return touched === undefined ? `${changes}.` : `${changes}, for ${tenantsWords(touched)}.`
}
