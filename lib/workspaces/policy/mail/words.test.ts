import { expect, it } from 'vitest'
import { defaultMail } from './mail-of'
import type { MailPolicyView, RuleView } from './view'
import { mailChanges, ruleWords } from './words'

const rule: RuleView = {
  ...{ id: 'a', name: 'Invoices', priority: 1, match: 'all', action: { file: 'Invoices' } },
  conditions: [
    { field: 'from', test: 'matches_domain', value: 'example.com' },
    { field: 'subject', test: 'contains', value: 'invoice' },
  ],
}

it.each([
  [{}, 'If the sender is in example.com and the subject contains “invoice”: file it under Invoices.'],
  [{ match: 'any', action: { block: true } }, 'If the sender is in example.com or the subject contains “invoice”: block it.'],
  [{ conditions: [{ field: 'size', test: 'above', value: '5000000' }], action: { spam: true } }, 'If the message is larger than 5 MB: put it into spam.'],
  [{ conditions: [{ field: 'header', header: 'X-List', test: 'exists', value: '' }], action: { file: 'News', read: true } }, 'If the header X-List is there: file it under News and mark it as read.'],
  [{ conditions: [{ field: 'dmarc', test: 'is', value: 'fail' }], action: { read: true } }, 'If DMARC is fail: mark it as read.'],
] as [Partial<RuleView>, string][])('%j reads %j', (change, words) => expect(ruleWords({ ...rule, ...change })).toBe(words)) // prettier-ignore

const says = (before: Partial<MailPolicyView>, after: Partial<MailPolicyView>) =>
  mailChanges({ ...defaultMail, ...before }, { ...defaultMail, ...after }).map(
    ({ label, says }) => `${label}: ${says}`,
  )

it.each([
  [{}, {}, []],
  [{ spamSensitivity: 'low' }, { spamSensitivity: 'off' }, ['Spam sensitivity: low becomes off']],
  [{}, { poolsFreeTenants: true }, ['Free tenants share one address: no becomes yes']],
  [{ blockedSenders: ['a.dev', 'b.dev'] }, { blockedSenders: ['b.dev', 'c.dev'] }, ['Blocked senders: c.dev added; a.dev taken out']],
  [{}, { allowedSenders: ['1', '2', '3', '4', '5', '6', '7'] }, ['Allowed senders: 1, 2, 3, 4, 5 and 2 more added']],
  [{}, { rules: [rule] }, ['Rules: “Invoices” added']],
  [{ rules: [rule] }, { rules: [{ ...rule, name: 'Bills' }] }, ['Rules: “Bills” changed']],
  [{ rules: [rule] }, { rules: [{ ...rule, conditions: rule.conditions.slice(1) }] }, ['Rules: “Invoices” changed']],
  [{ rules: [rule] }, { rules: [{ ...rule, priority: 7 }] }, []],
  [{ rules: [rule, { ...rule, id: 'b', name: 'B' }] }, { rules: [{ ...rule, id: 'b', name: 'B' }, rule] }, ['Rules: in another order']],
] as [Partial<MailPolicyView>, Partial<MailPolicyView>, string[]][])('from %j to %j', (before, after, words) => expect(says(before, after)).toEqual(words)) // prettier-ignore
