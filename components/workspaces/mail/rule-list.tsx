import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { RuleView } from '@/lib/workspaces/policy/mail/view'
import { ruleWords } from '@/lib/workspaces/policy/mail/words'
import { isFull, movedRule, withoutRule, type Editing } from './rules'

interface Props {
  rules: RuleView[]
  problems: Record<string, string>
  onChange: (rules: RuleView[]) => void
  onEdit: (editing: Editing) => void
}

/** The rules in the order they are asked in, each read back in words. */
export function RuleList({ rules, problems, onChange, onEdit }: Props) {
  const problemAt = (at: number) =>
    Object.entries(problems).find(([name]) => name.startsWith(`rules.${at}.`))?.[1]
  return (
    <div className="space-y-4">
      <p className="text-soft text-sm">
        Rules are asked from the top. The first that blocks or calls it spam decides; those that sort go on.
      </p>
      {rules.length > 0 && (
        <ol className="border-line border-t">
          {rules.map((rule, at) => (
            <li key={rule.id} data-rule={rule.name} className="hairline space-y-2 py-3">
              <p className="[overflow-wrap:anywhere]">
                <span className="font-medium">
                  {at + 1}. {rule.name}
                </span>{' '}
                <span className="text-soft block text-sm">{ruleWords(rule)}</span>
              </p>
              {problemAt(at) && <p className="text-bad text-sm">{problemAt(at)}</p>}
              <div className="flex flex-wrap gap-2">
                <Button size="sm" onClick={() => onEdit(rule)} aria-label={`Edit ${rule.name}`}>
                  Edit
                </Button>
                <Button
                  size="sm"
                  busy={at === 0}
                  onClick={() => onChange(movedRule(rules, at, -1))}
                  aria-label={`Move ${rule.name} up`}
                >
                  <ArrowUp aria-hidden />
                </Button>
                <Button
                  size="sm"
                  busy={at === rules.length - 1}
                  onClick={() => onChange(movedRule(rules, at, 1))}
                  aria-label={`Move ${rule.name} down`}
                >
                  <ArrowDown aria-hidden />
                </Button>
                <Button
                  size="sm"
                  look="plain"
                  onClick={() => onChange(withoutRule(rules, rule.id))}
                  aria-label={`Take out ${rule.name}`}
                >
                  Take out
                </Button>
              </div>
            </li>
          ))}
        </ol>
      )}
      {problems['rules'] && <p className="text-bad text-sm">{problems['rules']}</p>}
      <Button id="policy-rules" size="sm" busy={isFull(rules)} onClick={() => onEdit('new')}>
        <Plus aria-hidden />
        Add rule
      </Button>
    </div>
  )
}
