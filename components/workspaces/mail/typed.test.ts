import { expect, it } from 'vitest'
import type { MailPolicyView, RuleView } from '@/lib/workspaces/policy/mail/view'
import { changedMail, rebaseMail, typedMail } from './typed'

const mail: MailPolicyView = {
  ...{
    spamSensitivity: 'medium',
    blockedTypes: ['exe', 'js'],
    allowedSenders: [],
    blockedSenders: ['bad.dev'],
  },
  ...{ rules: [], poolsFreeTenants: false, supportSwitchesProtocols: false },
}
const rule: RuleView = {
  ...{ id: 'a', name: 'A', priority: 1, match: 'all', conditions: [], action: { read: true } },
}
const typed = typedMail(mail)

it('what is typed as it was changes nothing, whatever the order and the case', () => {
  expect(changedMail(mail, typed)).toEqual({})
  expect(changedMail(mail, { ...typed, blockedTypes: ' JS, exe\n\njs' })).toEqual({})
})

it('a change is what differs, and all of a list', () =>
  expect(
    changedMail(mail, { ...typed, spamSensitivity: 'high', blockedSenders: '', allowedSenders: 'b.dev\na.dev', rules: [rule] }),
  ).toEqual({ spamSensitivity: 'high', blockedSenders: [], allowedSenders: ['b.dev', 'a.dev'], rules: [rule] })) // prettier-ignore

it('of an edit that was overtaken nothing typed is lost, and only what both changed is asked', () => {
  const newer: MailPolicyView = {
    ...{ ...mail, spamSensitivity: 'low', blockedTypes: ['exe'] },
    ...{ blockedSenders: ['bad.dev', 'worse.dev'], rules: [rule] },
  }
  const mine = { ...typed, spamSensitivity: 'off' as const, allowedSenders: 'good.dev', blockedTypes: 'EXE' }
  const onTop = rebaseMail(mail, newer, mine)
  expect(onTop.undecided).toEqual(['spamSensitivity'])
  expect(onTop.typed).toEqual({
    ...typedMail(newer),
    ...{ spamSensitivity: 'off', allowedSenders: 'good.dev', blockedTypes: 'EXE' },
  })
})
