import { beforeAll, describe, expect, it, vi } from 'vitest'
import { limitNames, type LimitName } from '@/lib/usage/fields'
import { meterOf } from '@/lib/usage/meter'
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
const compare = (before: Standing, after: Standing, used: Partial<Record<LimitName, number>> = {}) =>
  compareLimits(
    limitNames.map((name) =>
      meterOf(name, { ...before, plans: readPlans({}), used: used[name] ?? 0, now: new Date() }),
    ),
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
  const under = (policy: Partial<Standing['policy']>, used: Partial<Record<LimitName, number>>) =>
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
})
