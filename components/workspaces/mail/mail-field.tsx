import { GitMerge } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { RelativeTime } from '@/components/ui/relative-time'
import type { MailPolicyView } from '@/lib/workspaces/policy/mail/view'
import type { PolicyView } from '@/lib/workspaces/policy/view'
import { typedMail, type MailTyped } from './typed'

interface Props {
  name: keyof MailPolicyView
  label: string
  base: PolicyView
  isChanged: boolean
  /** somebody else changed it as well: who edits decides which value stays */
  isUndecided: boolean
  onType: (change: Partial<MailTyped>) => void
  onDecide: (name: string) => void
  children: React.ReactNode
}

/** One field about mail, with the question which value stays where two people changed it. */
export function MailField(field: Props) {
  const { name, label, base, isChanged, isUndecided, onType, onDecide, children } = field
  return (
    <li data-field={name} data-changed={isChanged || undefined} className="hairline space-y-3 py-5">
      <div className="max-w-2xl">{children}</div>
      {isUndecided && (
        <Callout tone="warning" icon={GitMerge}>
          <p>
            {base.changedBy ?? 'Somebody else'} changed this as well{' '}
            {base.changedAt && <RelativeTime at={base.changedAt} />}. What stands above is yours.
          </p>
          <div className="flex flex-wrap gap-2">
            <Button size="sm" onClick={() => onDecide(name)} aria-label={`Keep mine for ${label}`}>
              Keep mine
            </Button>
            <Button
              size="sm"
              aria-label={`Take theirs for ${label}`}
              onClick={() => {
                onType({ [name]: typedMail(base.mail)[name] })
                onDecide(name)
              }}
            >
              Take theirs
            </Button>
          </div>
        </Callout>
      )}
    </li>
  )
}
