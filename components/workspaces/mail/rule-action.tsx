import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { bounds } from '@/lib/workspaces/policy/mail/view'
import type { RuleTyped } from './rules'
import { Switch } from './switch'

interface Props {
  typed: RuleTyped
  problem: string | undefined
  onChange: (change: Partial<RuleTyped>) => void
}

/** What becomes of a message that a rule is about. */
export function RuleAction({ typed: { action, file, read }, problem, onChange }: Props) {
  return (
    <>
      <Select
        id="rule-action"
        label="Then"
        value={action}
        onChange={(event) => onChange({ action: event.target.value as RuleTyped['action'] })}
      >
        <option value="sort">Sort it</option>
        <option value="spam">Put it into spam</option>
        <option value="block">Block it</option>
      </Select>
      {action === 'sort' && (
        <>
          <Field
            id="rule-file"
            label="File it under"
            hint="A label within the inbox, such as Invoices. Empty for none."
            value={file}
            onChange={(event) => onChange({ file: event.target.value })}
            error={problem}
            maxLength={bounds.label}
            autoComplete="off"
          />
          <Switch
            id="rule-read"
            label="Mark it as read"
            hint="It makes no inbox look unread."
            checked={read}
            onChange={(read) => onChange({ read })}
          />
        </>
      )}
      {action === 'block' && (
        <p className="text-soft text-sm">
          Refused with a sentence that tells the sender. Where the mail network accepted it already, it goes
          into quarantine.
        </p>
      )}
    </>
  )
}
