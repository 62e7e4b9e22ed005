import { expect, it } from 'vitest'
import { limitNames } from '@/lib/usage/fields'
import { meterOf } from '@/lib/usage/meter'
import { readPlans } from '../plans'
import { usageMail } from './mail'

const none = Object.fromEntries(limitNames.map((name) => [name, null])) as Parameters<
  typeof meterOf
>[1]['policy']
const mail = (
  name: 'domains' | 'recipientsPerDay' | 'storageBytes' | 'inboxes',
  used: number,
  policy = none,
  environment: Parameters<typeof usageMail>[0]['environment'] = 'production',
  level?: 'full',
) =>
  usageMail({
    environment,
    organisation: 'Mnexa,\r\nInc.',
    meter: {
      ...meterOf(name, {
        plans: readPlans({}),
        plan: 'free',
        policy,
        used,
        now: new Date('2026-11-21T15:00:00Z'),
      }),
      ...(level && { level }),
    },
    nextPlan: 'pro',
    link: 'https://post.dev/t/mnexa/usage',
  })

it('says what is close, when it begins anew and what the next plan gives', () =>
  expect(mail('recipientsPerDay', 160)).toEqual({
    subject: 'Mnexa, Inc. is close to a limit: recipients per day',
    text: [
      'Mnexa, Inc. has used 160 of 200 recipients of this day.',
      'It begins anew at midnight UTC. The pro plan has no limit here.',
      'All limits and what is used of them: https://post.dev/t/mnexa/usage',
    ].join('\n\n'),
  }))

it('of what is not production says so before anything else', () => {
  expect(mail('domains', 3, none, 'staging').subject).toBe(
    '[staging] Mnexa, Inc. has reached a limit: domains',
  )
  expect(mail('recipientsPerDay', 160, none, 'development').subject).toMatch(
    /^\[development] Mnexa, Inc\. is close/,
  )
})

it('says what a limit that is reached means', () => {
  expect(mail('domains', 3)).toMatchObject({
    subject: 'Mnexa, Inc. has reached a limit: domains',
    text: expect.stringContaining(
      'has 3 of 3 domains.\n\nAnother one is refused until there is room. The pro plan gives 50 domains instead of 3.',
    ),
  })
  expect(mail('recipientsPerDay', 200).text).toContain('What needs more is refused for now. It begins anew')
})

it('says to whom a tightened limit leaves more than it gives that nothing is taken away', () =>
  expect(mail('domains', 3, { ...none, domains: 2 }).text).toContain(
    'has 3 of 2 domains.\n\nNothing is taken away; another one is refused until there are fewer. The platform set this limit',
  ))

it('says of storage how much it is in words, and what becomes of mail', () => {
  expect(mail('storageBytes', 2.5e9)).toMatchObject({
    subject: 'Mnexa, Inc. is close to a limit: storage',
    text: expect.stringContaining(
      'has 2.5 GB of 3 GB.\n\nThe pro plan gives 100 GB instead of 3 GB.',
    ) as string,
  })
  expect(mail('storageBytes', 3e9).text).toContain(
    'has 3 GB of 3 GB.\n\nNothing is taken away; mail that comes is refused until some was deleted',
  )
  expect(mail('storageBytes', 3e9).text).toContain(
    'What could not be refused is held in quarantine, up to 1 GB or 10,000 messages, and not kept beyond that.',
  )
  const refused = mail('storageBytes', 2.9e9, none, 'production', 'full')
  expect(refused.subject).toMatch(/has reached a limit: storage$/)
  expect(refused.text).toContain(
    'has 2.9 GB of 3 GB.\n\nMail came that did not fit into what is left. Nothing is taken away;',
  )
  expect(mail('inboxes', 5).text).toContain('has 5 of 5 inboxes.\n\nAnother one is refused')
})
