import { describe, expect, it } from 'vitest'
import { inputError } from '@/lib/kernel/input-error'
import type { Rule } from '@/lib/messages/decide/types'
import { refuseBothWays } from './both-ways'
import { mailInput } from './input'
import { defaultMail, mailOf } from './mail-of'
import type { RuleView } from './view'

const parse = (mail: unknown) => mailInput.parse(mail)
/** What is told at which field. */
function told(mail: unknown): Record<string, string> {
  const read = mailInput.safeParse(mail)
  return read.success ? {} : (inputError(read.error).fields ?? {})
}
const condition = { field: 'subject', test: 'contains', value: 'invoice' }
const rule = {
  name: 'Invoices',
  priority: 1,
  match: 'all',
  conditions: [condition],
  action: { file: 'Money' },
}
const rules = (...changes: object[]) => ({ rules: changes.map((change) => ({ ...rule, ...change })) })

describe('lists', () => {
  it('are folded, in order, each entry once, and empty lines are nothing', () =>
    expect(
      parse({
        blockedTypes: ['.EXE', 'js', '', 'exe'],
        allowedSenders: ['Ann@Acme.com', 'acme.com.', 'ann@acme.com'],
        blockedSenders: ['  ', '*.Bad.dev'],
      }),
    ).toEqual({
      blockedTypes: ['exe', 'js'],
      allowedSenders: ['acme.com', 'ann@acme.com'],
      blockedSenders: ['*.bad.dev'],
    }))

  it('a field that is left out stays out, and an unknown one is refused', () => {
    expect(parse({})).toEqual({})
    expect(told({ colour: 'red' })).toEqual({})
    expect(mailInput.safeParse({ colour: 'red' }).success).toBe(false)
  })

  it.each([
    [{ blockedTypes: ['tar.gz'] }, { blockedTypes: expect.stringContaining('“tar.gz” is no ending') as string }],
    [{ blockedSenders: ['x.dev', 'nonsense'] }, { blockedSenders: expect.stringContaining('“nonsense” is no sender') as string }],
    [{ allowedSenders: ['*.co.uk'] }, { allowedSenders: expect.stringContaining('many owners share') as string }],
    [{ blockedSenders: Array.from({ length: 1_001 }, (_, n) => `a${n}.dev`) }, { blockedSenders: 'At most 1,000 entries.' }],
    [{ blockedTypes: Array.from({ length: 201 }, (_, n) => `a${n}`) }, { blockedTypes: 'At most 200 entries.' }],
    [{ spamSensitivity: 'extreme' }, { spamSensitivity: 'One of: off, low, medium, high.' }],
  ])('%j is told at its field', (mail, fields) => expect(told(mail)).toEqual(fields)) // prettier-ignore

  it('a whole top-level domain can be blocked, and as much as the bounds allow', () => {
    expect(parse({ blockedSenders: ['*.zip'] })).toEqual({ blockedSenders: ['*.zip'] })
    const most = Array.from({ length: 1_000 }, (_, n) => `a${n}.dev`)
    expect(parse({ blockedSenders: most }).blockedSenders).toHaveLength(1_000)
  })

  it('who is allowed and blocked at once is named', () => {
    expect(() => refuseBothWays({ allowedSenders: ['a.dev', 'b.dev'], blockedSenders: ['b.dev'] })).toThrow(
      'b.dev is allowed and blocked at once.',
    )
    refuseBothWays({ allowedSenders: ['a.dev'], blockedSenders: ['*.a.dev', 'ann@a.dev'] })
  })
})

describe('rules', () => {
  it('come in the order of their priority, with an id of their own', () => {
    const [first, second] = parse(
      rules({ name: 'Late', priority: 9 }, { name: ' Early ', priority: 2 }),
    ).rules!
    expect([first!.name, second!.name]).toEqual(['Early', 'Late'])
    expect(first!.id).toMatch(/^[0-9a-f-]{36}$/)
    expect(first!.id).not.toBe(second!.id)
  })

  it.each([
    [{ field: 'from', test: 'matches_domain', value: '*.BÜCHER.de' }, '*.xn--bcher-kva.de'],
    [{ field: 'size', test: 'above', value: '0500' }, '500'],
    [{ field: 'attachment', test: 'above', value: '5000000' }, '5000000'],
    [{ field: 'spf', test: 'is', value: 'FAIL' }, 'fail'],
    [{ field: 'header', header: 'X-Spam', test: 'exists' }, ''],
    [{ field: 'subject', test: 'contains', value: ' .*[a-z]+ ' }, '.*[a-z]+'],
    [{ field: 'from', test: 'ends_with', value: '@acme.com' }, '@acme.com'],
  ])('the condition %j is kept with the value %j', (one, value) =>
    expect(parse(rules({ conditions: [one] })).rules![0]!.conditions[0]!.value).toBe(value),
  )

  it.each([
    [{ conditions: [] }, 'rules.0.conditions'],
    [{ conditions: Array.from({ length: 11 }, () => condition) }, 'rules.0.conditions'],
    [{ conditions: [{ field: 'subject', test: 'above', value: '5' }] }, 'rules.0.conditions.0.test'],
    [{ conditions: [{ field: 'subject', test: 'regex', value: '5' }] }, 'rules.0.conditions.0.test'],
    [{ conditions: [{ field: 'body', test: 'contains', value: '5' }] }, 'rules.0.conditions.0.field'],
    [{ conditions: [{ field: 'header', test: 'exists' }] }, 'rules.0.conditions.0.header'],
    [{ conditions: [{ field: 'header', header: 'a b', test: 'exists' }] }, 'rules.0.conditions.0.header'],
    [{ conditions: [{ ...condition, value: ' ' }] }, 'rules.0.conditions.0.value'],
    [{ conditions: [{ ...condition, value: 'a\nb' }] }, 'rules.0.conditions.0.value'],
    [{ conditions: [{ ...condition, value: 'a'.repeat(501) }] }, 'rules.0.conditions.0.value'],
    [{ conditions: [{ field: 'from', test: 'matches_domain', value: 'com' }] }, 'rules.0.conditions.0.value'],
    [{ conditions: [{ field: 'size', test: 'above', value: '5 MB' }] }, 'rules.0.conditions.0.value'],
    [{ conditions: [{ field: 'dkim', test: 'is', value: 'maybe' }] }, 'rules.0.conditions.0.value'],
    [{ action: {} }, 'rules.0.action'],
    [{ action: { read: false } }, 'rules.0.action'],
    [{ action: { file: 'a'.repeat(41) } }, 'rules.0.action'],
    [{ action: { file: 'a\nb' } }, 'rules.0.action'],
    [{ action: { block: true, file: 'x' } }, 'rules.0.action'],
    [{ name: '' }, 'rules.0.name'],
    [{ name: 'a'.repeat(81) }, 'rules.0.name'],
    [{ priority: -1 }, 'rules.0.priority'],
    [{ match: 'some' }, 'rules.0.match'],
  ])('%j is told at %s', (change, field) =>
    expect(Object.keys(told(rules(change)))[0]).toMatch(new RegExp(`^${field.replaceAll('.', '\\.')}`)),
  )

  it('each has a name of its own, whatever its case, and there are at most a hundred', () => {
    expect(told(rules({}, { name: 'INVOICES' }))).toEqual({
      'rules.1.name': 'Another rule is called INVOICES.',
    })
    const many = (n: number) => rules(...Array.from({ length: n }, (_, at) => ({ name: `Rule ${at}` })))
    expect(parse(many(100)).rules).toHaveLength(100)
    expect(told(many(101))).toHaveProperty('rules')
  })
})

describe('what is kept', () => {
  it('is read as it was written, and what is missing or broken as it is by default', () => {
    const mail = { ...defaultMail, ...parse(rules({})), blockedSenders: ['bad.dev'] }
    expect(mailOf(JSON.parse(JSON.stringify(mail)))).toEqual(mail)
    expect(mailOf({})).toEqual(defaultMail)
    expect(mailOf(null)).toEqual(defaultMail)
    expect(mailOf({ rules: 'x', spamSensitivity: 'off' })).toEqual({ ...defaultMail, spamSensitivity: 'off' })
  })

  it('a rule here is a rule where it is decided by', () => {
    const there = (one: RuleView): Rule => one
    const here = (one: Rule): Omit<RuleView, 'conditions'> => one
    expect([there, here]).toHaveLength(2)
  })
})
