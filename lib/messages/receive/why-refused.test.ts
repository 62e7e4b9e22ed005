import { expect, it } from 'vitest'
import { refuse } from '../decide/refusals'
import { whyRefused } from './why-refused'

const reason = (says: string) => ({ code: 'x', says, score: 0 })
const [rule, filed] = ['Blocked by the rule “No invoices”.', 'Filed under “Bills” by the rule “Bills”.']

it.each([
  ['what decided stands first', [filed, rule], 'A rule refuses it.', `${rule} ${filed}`],
  ['what the sender is told is not said twice', [filed, 'Closed.'], 'Closed.', filed],
  ['nothing more is known', ['Closed.'], 'Closed.', ''],
  ['it is bounded, between whole characters', ['🙂'.repeat(600), 'a'], '', `a ${'🙂'.repeat(499)}`],
  [
    'a half character is one that can be kept',
    [`${'x'.repeat(997)}🙂`, 'a'],
    '',
    `a ${'x'.repeat(997)}\ufffd`,
  ],
])('%s', (_, says, text, why) =>
  expect(whyRefused({ reasons: says.map(reason), refusal: refuse('blocked_by_rule', text) })).toBe(why),
)
