import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { bounds, type RuleView } from '@/lib/workspaces/policy/mail/view'
import { ConditionFields } from './condition-fields'
import { RuleAction } from './rule-action'
import { emptyCondition, ruleFrom, ruleProblems, typedRule, type Editing, type RuleTyped } from './rules'

interface Props {
  editing: Editing
  rules: RuleView[]
  onKeep: (rule: RuleView) => void
  onClose: () => void
}

/** A rule is written in a dialog of its own; it holds once the policy is saved. */
export function RuleDialog({ editing, rules, onKeep, onClose }: Props) {
  const title = editing === 'new' ? 'Add a rule' : `Edit the rule ${editing?.name ?? ''}`
  return (
    <Dialog title={title} open={editing !== undefined} onClose={onClose}>
      {editing && <RuleForm {...{ editing, rules, onKeep, onClose }} />}
    </Dialog>
  )
}

function RuleForm({ editing, rules, onKeep, onClose }: Props & { editing: RuleView | 'new' }) {
  const [typed, setTyped] = useState(() => typedRule(editing))
  const [problems, setProblems] = useState<Record<string, string>>({})
  const change = (some: Partial<RuleTyped>) => setTyped((all) => ({ ...all, ...some }))
  const others = rules.filter((rule) => editing === 'new' || rule.id !== editing.id)
  const { name, match, conditions } = typed

  const keep = (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const found = ruleProblems(typed, others)
    setProblems(found)
    const [first] = Object.keys(found)
    if (first) return document.getElementById(`rule-${first}`)?.focus()
    onKeep(ruleFrom(typed, editing, rules))
    onClose()
  }
  return (
    <form onSubmit={keep} noValidate className="space-y-4">
      <Field
        id="rule-name"
        label="Name"
        value={name}
        onChange={(event) => change({ name: event.target.value })}
        error={problems['name']}
        maxLength={bounds.ruleName}
        autoComplete="off"
      />
      <Select
        id="rule-match"
        label="When"
        value={match}
        onChange={(event) => change({ match: event.target.value as RuleTyped['match'] })}
      >
        <option value="all">All of these hold</option>
        <option value="any">Any of these holds</option>
      </Select>
      {conditions.map((condition, at) => (
        <ConditionFields
          key={condition.key}
          condition={condition}
          place={at + 1}
          problems={problems}
          onChange={(changed) =>
            change({ conditions: conditions.map((one) => (one.key === changed.key ? changed : one)) })
          }
          {...(conditions.length > 1 && {
            onRemove: () => change({ conditions: conditions.filter(({ key }) => key !== condition.key) }),
          })}
        />
      ))}
      <Button
        size="sm"
        busy={conditions.length >= bounds.conditions}
        onClick={() => change({ conditions: [...conditions, emptyCondition()] })}
      >
        Add condition
      </Button>
      <RuleAction typed={typed} problem={problems['file']} onChange={change} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary">
          {editing === 'new' ? 'Add rule' : 'Keep rule'}
        </Button>
      </div>
    </form>
  )
}
