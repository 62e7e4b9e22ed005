import { expect, it } from 'vitest'
import { inviteText } from './invite-text'

const subject = (environment: 'production' | 'staging' | 'development', invitedBy = 'Ada') =>
  inviteText({
    ...{ invitedBy, organisation: 'Mnexa', environment, role: 'owner' },
    ...{ link: 'https://example.com/invite', days: 7 },
  }).subject

it.each([
  ['production', 'Ada invites you to join Mnexa as an owner'],
  ['staging', '[staging] Ada invites you to join Mnexa as an owner'],
  ['development', '[development] Ada invites you to join Mnexa as an owner'],
] as const)('an invitation into %s says so before anything else', (environment, text) =>
  expect(subject(environment)).toBe(text),
)

it('a name cannot break out of its line', () =>
  expect(subject('production', 'Ada\r\nBcc: all@mnexa.dev')).toBe(
    'Ada Bcc: all@mnexa.dev invites you to join Mnexa as an owner',
  ))
