import { beforeAll, describe, expect, it, vi } from 'vitest'
import { heldNames, limitNames, meteredNames, type LimitName, type MeteredName } from '@/lib/usage/fields'
import { holdOf, meterOf } from '@/lib/usage/meter'
import { compareLimits, type Standing } from './compare-limits'
import { readPlans } from './plans'

beforeAll(() => {
  for (const [name, value] of Object.entries({
    ...{ DATABASE_URL: 'postgres://nowhere', NEXTAUTH_SECRET: 'x'.repeat(32) },
    ...{ MASTER_KEY: Buffer.alloc(32).toString('base64') },
  }))
    vi.stubEnv(name, value)
})

const none = Object.fromEntries(limitNames.map((name) => [name, null])) as Standing['policy']
const at = (policy: Partial<Standing['policy']> = {}, plan: Standing['plan'] = 'pro'): Standing => ({
  ...{ plan, policy: { ...none, ...policy } },
})
const compare = (before: Standing, after: Standing, used: Partial<Record<MeteredName, number>> = {}) =>
  compareLimits(
    [
      ...meteredNames.map((name) =>
        meterOf(name, { ...before, plans: readPlans({}), used: used[name] ?? 0, now: new Date() }),
      ),
      ...heldNames.map((name) => holdOf(name, { ...before, plans: readPlans({}) })),
    ],
    after,
  )
const of = (name: LimitName, ...given: Parameters<typeof compare>) =>
  compare(...given).find((limit) => limit.name === name)!

describe('each limit before and after', () => {
  it('has a line, in the order of the table', () => {
    expect(compare(at(), at()).map(({ name }) => name)).toEqual(limitNames)
  })

  it.each([
    ['a tighter policy', at(), at({ domains: 5 }), { limit: 50, source: 'plan' }, { limit: 5, source: 'policy' }],
    ['a wider policy than the plan', at({ domains: 5 }), at({ domains: 900 }), { limit: 5, source: 'policy' }, { limit: 50, source: 'plan' }],
    ['another plan', at(), at({}, 'free'), { limit: 50, source: 'plan' }, { limit: 3, source: 'plan' }],
    ['another plan under the same tighter policy', at({ domains: 2 }), at({ domains: 2 }, 'free'), { limit: 2, source: 'policy' }, { limit: 2, source: 'policy' }],
  ] as const)('%s', (_, before, after, was, becomes) => {
    expect(of('domains', before, after)).toMatchObject({ before: was, after: becomes })
  }) // prettier-ignore

  it('where nothing limits, before and after say so', () => {
    expect(of('recipientsPerDay', at(), at())).toMatchObject({
      before: { limit: null },
      after: { limit: null },
    })
  })
})

describe('who is above', () => {
  const under = (policy: Partial<Standing['policy']>, used: Partial<Record<MeteredName, number>>) =>
    compare(at(), at(policy), used).filter(({ above }) => above)

  it('is whoever has more than the limit, not who has just as many', () => {
    expect(under({ domains: 5 }, { domains: 5 })).toEqual([])
    expect(under({ domains: 5 }, { domains: 6 })).toMatchObject([
      { name: 'domains', consequence: 'All domains stay. One more is refused until there are fewer than 5.' },
    ])
    expect(under({ domains: 0 }, { domains: 6 })).toMatchObject([
      { consequence: 'All domains stay. No more can be added.' },
    ])
  })

  it('reads what happens in a window, and at a rate', () => {
    const used = { recipientsPerHour: 30, recipientsPerDay: 30, requestsPerMinute: 30 }
    const policy = { recipientsPerHour: 10, recipientsPerDay: 10, requestsPerMinute: 10 }
    expect(under(policy, used).map(({ consequence }) => consequence)).toEqual([
      'What was accepted stays. The next is refused until the day of UTC is over.',
      'What was accepted stays. The next is refused until the hour of UTC is over.',
      'Calls beyond 10 a minute are refused.',
    ])
  })

  it('of storage reads that nothing goes, and what is refused', () =>
    expect(under({ storageBytes: 2e9 }, { storageBytes: 3e9 })).toMatchObject([
      { consequence: 'Nothing is taken away. Mail that comes is refused until less than 2 GB is stored.' },
    ]))
})

it('of mail that is kept for fewer days reads what goes, and of a smaller size that nothing does', () => {
  expect(of('inboxRetentionDays', at(), at({ inboxRetentionDays: 20 }))).toMatchObject({
    ...{ used: null, above: false },
    consequence: 'What is older than 20 days is deleted in the next night.',
  })
  expect(of('spamRetentionDays', at(), at({ inboxRetentionDays: 20 })).after).toEqual({
    limit: 20,
    source: 'policy',
  })
  expect(of('inboxRetentionDays', at({ inboxRetentionDays: 20 }), at()).consequence).toBeNull()
  expect(of('messageBytes', at(), at({ messageBytes: 1e6 })).consequence).toBe(
    'What is larger and came already stays.',
  )
})
