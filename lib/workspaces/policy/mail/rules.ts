import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { foldName } from './senders'
import {
  authResults,
  bounds,
  conditionView,
  ruleView,
  testsFor,
  type ConditionView,
  type RuleView,
} from './view'

const line = (most: number) =>
  z
    .string()
    .max(500)
    .transform((text) => text.trim().normalize('NFC'))
    .pipe(z.string().min(1).max(most))
    .refine((text) => !/\p{Cc}|\u2028|\u2029/u.test(text), 'Write it in one line.')

/** RFC 5322 3.6.8: printable ASCII without a colon. */
const headerName = z
  .string()
  .trim()
  .max(100)
  .regex(/^[!-9;-~]+$/)

const conditionInput = conditionView
  .extend({ header: headerName.optional(), value: z.string().max(bounds.value).default('') })
  .strict()
  .transform((condition, context): ConditionView => {
    const refuse = (path: keyof ConditionView, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message })
      return z.NEVER
    }
    const { field, test, header } = condition
    const known: readonly string[] = testsFor[field]
    if (!known.includes(test)) return refuse('test', `One of: ${known.join(', ')}.`)
    if (field === 'header' && !header) return refuse('header', 'Name the header.')
    const value = foldValue(condition)
    if (value === null) return refuse('value', wanted(condition))
    return { field, test, value, ...(field === 'header' && { header }) }
  })

/** The value as it is compared; null for what the test cannot be held against. */
function foldValue({
  field,
  test,
  value: typed,
}: Pick<ConditionView, 'field' | 'test' | 'value'>): string | null {
  if (test === 'exists') return ''
  const value = typed.trim().normalize('NFC')
  if (value === '' || /\p{Cc}/u.test(value)) return null
  if (test === 'matches_domain') return foldName(value.toLowerCase(), true)
  if (test === 'above') return /^\d{1,12}$/.test(value) ? String(Number(value)) : null
  if (field === 'spf' || field === 'dkim' || field === 'dmarc')
    return authResults.find((result) => result === value.toLowerCase()) ?? null
  return value
}

function wanted({ field, test }: Pick<ConditionView, 'field' | 'test'>): string {
  if (test === 'matches_domain') return 'Write acme.com for one name, or *.acme.com for all below it.'
  if (test === 'above') return 'Write a number of bytes.'
  return field === 'spf' || field === 'dkim' || field === 'dmarc'
    ? `One of: ${authResults.join(', ')}.`
    : 'Write what to look for, in one line.'
}

const actionInput = z.union([
  ...ruleView.shape.action.options.slice(0, 2),
  z.strictObject({ file: line(bounds.label).optional(), read: z.boolean().optional() }),
] as const)

const ruleInput = ruleView
  .extend({
    /** made here where it is left out */
    id: z.uuid().optional(),
    name: line(bounds.ruleName),
    priority: z.number().int().min(0).max(1_000_000),
    conditions: z.array(conditionInput).min(1).max(bounds.conditions),
    action: actionInput,
  })
  .strict()
  .refine(({ action }) => !idle(action), { path: ['action'], message: 'Say what becomes of the message.' })

const idle = (action: RuleView['action']) =>
  !('block' in action || 'spam' in action || action.file !== undefined || action.read)

/** All rules of a policy, in their order; each with a name and an id of its own. */
export const rulesInput = z
  .array(ruleInput)
  .max(bounds.rules)
  .superRefine((rules, context) => {
    const twice = (of: 'name' | 'id', message: (of: string) => string) => {
      const seen = new Set<string>()
      for (const [at, rule] of rules.entries()) {
        const one = rule[of] ?? ''
        const folded = one.toLowerCase()
        if (one !== '' && seen.has(folded))
          context.addIssue({ code: 'custom', path: [at, of], message: message(one) })
        seen.add(folded)
      }
    }
    twice('name', (name) => `Another rule is called ${name}.`)
    twice('id', (id) => `Another rule has the id ${id}.`)
  })
  .transform((rules): RuleView[] =>
    rules
      .map(({ id = randomUUID(), ...rule }) => ({ id, ...rule }))
      .toSorted((a, b) => a.priority - b.priority),
  )
