import {
  bounds,
  testsFor,
  type ConditionView,
  type RuleField,
  type RuleTest,
  type RuleView,
} from '@/lib/workspaces/policy/mail/view'
import { sizeOf, textOf } from '../typed'

/** The rule that is edited; `new` for one that is not there yet. */
export type Editing = RuleView | 'new' | undefined

/** A rule as it is typed: sizes with their unit, the action as one word. */
export interface RuleTyped {
  name: string
  match: RuleView['match']
  conditions: (ConditionView & { key: string })[]
  action: 'sort' | 'spam' | 'block'
  file: string
  read: boolean
}

export const emptyCondition = (): RuleTyped['conditions'][number] => ({
  ...{ key: crypto.randomUUID(), field: 'from', test: 'matches_domain', value: '' },
})

export function typedRule(rule: RuleView | 'new'): RuleTyped {
  if (rule === 'new')
    return { name: '', match: 'all', conditions: [emptyCondition()], action: 'sort', file: '', read: false }
  const { name, match, conditions, action } = rule
  return {
    ...{ name, match },
    conditions: conditions.map((one) => ({
      ...{ ...one, key: crypto.randomUUID() },
      value: one.test === 'above' ? textOf(Number(one.value), 'bytes') : one.value,
    })),
    action: 'block' in action ? 'block' : 'spam' in action ? 'spam' : 'sort',
    file: ('file' in action && action.file) || '',
    read: ('read' in action && action.read) || false,
  }
}

/** A condition after its field or its test was chosen: never a pair that does not go together. */
export function chosen<C extends ConditionView>(
  condition: C,
  change: { field?: RuleField; test?: RuleTest },
): C {
  const next = { ...condition, ...change }
  const tests: readonly RuleTest[] = testsFor[next.field]
  const test = tests.includes(next.test) ? next.test : tests[0]!
  const isSame = kindOf(next.field, test) === kindOf(condition.field, condition.test)
  return { ...next, test, value: isSame ? next.value : '' }
}

/** What sort of value is asked for. */
export function kindOf(field: RuleField, test: RuleTest): 'none' | 'size' | 'result' | 'text' {
  if (test === 'exists') return 'none'
  if (test === 'above') return 'size'
  return field === 'spf' || field === 'dkim' || field === 'dmarc' ? 'result' : 'text'
}

/** What is wrong with a rule as it is typed, by field, in words. The rest is for the server to say. */
export function ruleProblems(typed: RuleTyped, others: readonly RuleView[]): Record<string, string> {
  const problems: Record<string, string> = {}
  const name = typed.name.trim()
  if (name === '') problems['name'] = 'Give it a name: whoever wonders about a message reads it.'
  else if (others.some((rule) => rule.name.toLowerCase() === name.toLowerCase()))
    problems['name'] = 'Another rule has this name.'
  for (const { key, field, test, value, header } of typed.conditions) {
    const kind = kindOf(field, test)
    if (field === 'header' && !header?.trim()) problems[`${key}-header`] = 'Name the header.'
    if (kind === 'size' && sizeOf(value.trim()) === undefined)
      problems[`${key}-value`] = 'Write a size with its unit, such as 5 MB.'
    else if (kind !== 'none' && value.trim() === '') problems[`${key}-value`] = 'Write what to look for.'
  }
  if (typed.conditions.length === 0) problems['conditions'] = 'Name at least one condition.'
  if (typed.action === 'sort' && typed.file.trim() === '' && !typed.read)
    problems['file'] = 'Name a label, or mark it as read.'
  return problems
}

/** The rule that was typed; a new one stands last. */
export function ruleFrom(typed: RuleTyped, editing: RuleView | 'new', rules: readonly RuleView[]): RuleView {
  const { name, match, conditions, action, file, read } = typed
  const label = file.trim()
  return {
    ...{ name: name.trim(), match },
    id: editing === 'new' ? crypto.randomUUID() : editing.id,
    priority: editing === 'new' ? rules.length + 1 : editing.priority,
    conditions: conditions.map(({ field, header, test, value }) => ({
      ...{ field, test },
      value: test === 'above' ? String(sizeOf(value.trim()) ?? '') : test === 'exists' ? '' : value.trim(),
      ...(field === 'header' && { header: header?.trim() ?? '' }),
    })),
    action:
      action === 'block'
        ? { block: true }
        : action === 'spam'
          ? { spam: true }
          : { ...(label && { file: label }), ...(read && { read }) },
  }
}

/** Counted from 1 as they stand: their order is their priority. */
const inOrder = (rules: RuleView[]) => rules.map((rule, at) => ({ ...rule, priority: at + 1 }))

export const withRule = (rules: readonly RuleView[], kept: RuleView): RuleView[] =>
  inOrder(
    rules.some(({ id }) => id === kept.id)
      ? rules.map((rule) => (rule.id === kept.id ? kept : rule))
      : [...rules, kept],
  )

export const withoutRule = (rules: readonly RuleView[], id: string): RuleView[] =>
  inOrder(rules.filter((rule) => rule.id !== id))

/** A rule one place up or down. */
export function movedRule(rules: readonly RuleView[], at: number, by: -1 | 1): RuleView[] {
  const next = [...rules]
  const [rule] = next.splice(at, 1)
  if (rule) next.splice(at + by, 0, rule)
  return inOrder(next)
}

export const isFull = (rules: readonly RuleView[]) => rules.length >= bounds.rules
