import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { sensitivities, type MailPolicyView } from '@/lib/workspaces/policy/mail/view'
import type { PolicyView } from '@/lib/workspaces/policy/view'
import { MailField } from './mail-field'
import { RuleList } from './rule-list'
import type { Editing } from './rules'
import { Switch } from './switch'
import type { MailTyped } from './typed'

interface Props {
  base: PolicyView
  typed: MailTyped
  changed: Partial<MailPolicyView>
  /** by field, as the server says */
  problems: Record<string, string>
  undecided: string[]
  onType: (change: Partial<MailTyped>) => void
  onRule: (editing: Editing) => void
  onDecide: (name: string) => void
}

const sensitivityWords = {
  off: 'Off: nothing goes to spam by what it looks like',
  low: 'Low: only what is plainly spam',
  medium: 'Medium',
  high: 'High: rather too much than too little',
}

/** What a policy says of mail that comes in, beside its numbers. */
export function MailFields(fields: Props) {
  const { base, typed, changed, problems, undecided, onType, onRule, onDecide } = fields
  const about = (name: keyof MailPolicyView) => ({
    ...{ name, base, onType, onDecide },
    isChanged: name in changed,
    isUndecided: undecided.includes(name),
  })
  const area = (name: 'blockedTypes' | 'allowedSenders' | 'blockedSenders', label: string, hint: string) => (
    <MailField {...about(name)} label={label}>
      <TextArea
        id={`policy-${name}`}
        {...{ label, hint }}
        value={typed[name]}
        onChange={(event) => onType({ [name]: event.target.value })}
        error={problems[name]}
        rows={rowsFor(typed[name])}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        mono
      />
    </MailField>
  )
  return (
    <>
      <Group id="spam" title="Spam and senders">
        <MailField {...about('spamSensitivity')} label="Spam sensitivity">
          <Select
            id="policy-spamSensitivity"
            label="Spam sensitivity"
            value={typed.spamSensitivity}
            onChange={({ target }) =>
              onType({ spamSensitivity: target.value as MailTyped['spamSensitivity'] })
            }
          >
            {sensitivities.map((one) => (
              <option key={one} value={one}>
                {sensitivityWords[one]}
              </option>
            ))}
          </Select>
        </MailField>
        {area('blockedSenders', 'Blocked senders', `${senderHint} Their mail is refused.`)}
        {area(
          'allowedSenders',
          'Allowed senders',
          `${senderHint} Their mail is not judged as spam, as long as it is proven to be theirs.`,
        )}
      </Group>
      <Group id="attachments" title="Attachments">
        {area(
          'blockedTypes',
          'Blocked attachments',
          'Endings of file names, one a line, without the dot: exe. A message with such a file is refused.',
        )}
      </Group>
      <Group id="rules" title="Rules">
        <MailField {...about('rules')} label="Rules">
          <RuleList
            rules={typed.rules}
            problems={problems}
            onChange={(rules) => onType({ rules })}
            onEdit={onRule}
          />
        </MailField>
      </Group>
      <Group id="access" title="Access">
        <MailField {...about('poolsFreeTenants')} label="Free tenants share one address">
          <Switch
            id="policy-poolsFreeTenants"
            label="Tenants of the free plan share one address"
            hint="Each gets a tag of it instead of an address of its own, and keeps the tag after an upgrade. It holds for inboxes that are opened from now on."
            checked={typed.poolsFreeTenants}
            onChange={(poolsFreeTenants) => onType({ poolsFreeTenants })}
          />
        </MailField>
        <MailField {...about('supportSwitchesProtocols')} label="Support switches protocol access">
          <Switch
            id="policy-supportSwitchesProtocols"
            label="Support may switch protocol access of inboxes"
            hint="When a customer asks. Owners always may."
            checked={typed.supportSwitchesProtocols}
            onChange={(supportSwitchesProtocols) => onType({ supportSwitchesProtocols })}
          />
        </MailField>
      </Group>
    </>
  )
}

/** All of a short list is in sight, and of a long one the beginning. */
const rowsFor = (text: string) => Math.min(Math.max(text.split('\n').length + 1, 4), 20)

const senderHint = 'One a line: ann@acme.com, acme.com, or *.acme.com for all below it.'

const Group = ({ id, title, children }: { id: string; title: string; children: React.ReactNode }) => (
  <section aria-labelledby={`policy-${id}-title`} className="mt-10">
    <h3 id={`policy-${id}-title`} className="mb-3 font-medium">
      {title}
    </h3>
    <ul className="border-line border-t">{children}</ul>
  </section>
)
