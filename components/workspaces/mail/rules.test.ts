import { describe, expect, it } from 'vitest'
import type { RuleView } from '@/lib/workspaces/policy/mail/view'
import {
  chosen,
  movedRule,
  ruleFrom,
  ruleProblems,
  typedRule,
  withoutRule,
  withRule,
  type RuleTyped,
} from './rules'

const rule = (name: string, more: Partial<RuleView> = {}): RuleView => ({
  ...{ id: name, name, priority: 1, match: 'all', action: { file: 'Money' } },
  conditions: [
    { field: 'attachment', test: 'above', value: '5000000' },
    { field: 'header', header: 'X-List', test: 'exists', value: '' },
  ],
  ...more,
})

describe('a rule', () => {
  it.each([
    [{ action: { block: true } }],
    [{ action: { spam: true } }],
    [{ action: { read: true } }],
    [{ action: { file: 'A', read: true }, match: 'any' }],
    [{ conditions: [{ field: 'spf', test: 'is', value: 'fail' }] }],
  ] as [Partial<RuleView>][])('%j is kept as it was when nothing is typed', (more) => {
    const one = rule('One', more)
    expect(ruleFrom(typedRule(one), one, [one])).toEqual(one)
    expect(ruleProblems(typedRule(one), [])).toEqual({})
  })

  it('reads sizes as they are typed, and a new one stands last', () => {
    const typed = typedRule('new')
    const [first] = typed.conditions
    const big: RuleTyped = {
      ...{ ...typed, name: ' Large ', action: 'spam' },
      conditions: [{ ...first!, field: 'size', test: 'above', value: '1.5 MB' }],
    }
    expect(ruleProblems(big, [])).toEqual({})
    expect(ruleFrom(big, 'new', [rule('One')])).toMatchObject({
      ...{ name: 'Large', priority: 2, action: { spam: true } },
      conditions: [{ field: 'size', test: 'above', value: '1500000' }],
    })
  })

  it('says at which field it lacks something', () => {
    const typed = typedRule('new')
    const { key } = typed.conditions[0]!
    expect(Object.keys(ruleProblems(typed, []))).toEqual(['name', `${key}-value`, 'file'])
    expect(ruleProblems({ ...typed, name: 'ONE' }, [rule('One')])).toMatchObject({
      name: 'Another rule has this name.',
    })
    const size = {
      ...typed,
      conditions: [{ ...typed.conditions[0]!, field: 'size', test: 'above', value: '5' }],
    }
    expect(ruleProblems(size as RuleTyped, [])[`${key}-value`]).toContain('with its unit')
  })

  it('never has a test that does not go with its field, and keeps a value that still makes sense', () => {
    const from = { field: 'from', test: 'contains', value: 'acme' } as const
    expect(chosen(from, { field: 'subject' })).toEqual({ field: 'subject', test: 'contains', value: 'acme' })
    expect(chosen(from, { field: 'size' })).toEqual({ field: 'size', test: 'above', value: '' })
    expect(chosen(from, { field: 'spf' })).toEqual({ field: 'spf', test: 'is', value: '' })
    expect(chosen(from, { test: 'ends_with' })).toEqual({ ...from, test: 'ends_with' })
  })
})

it('the order is the priority, counted from 1', () => {
  const rules = ['A', 'B', 'C'].map((name) => rule(name))
  const order = (some: RuleView[]) => some.map(({ name, priority }) => `${priority} ${name}`)
  expect(order(movedRule(rules, 2, -1))).toEqual(['1 A', '2 C', '3 B'])
  expect(order(movedRule(rules, 0, 1))).toEqual(['1 B', '2 A', '3 C'])
  expect(order(withoutRule(rules, 'A'))).toEqual(['1 B', '2 C'])
  expect(order(withRule(rules, rule('D')))).toEqual(['1 A', '2 B', '3 C', '4 D'])
  expect(withRule(rules, rule('B', { match: 'any' }))[1]).toMatchObject({ match: 'any', priority: 2 })
})
