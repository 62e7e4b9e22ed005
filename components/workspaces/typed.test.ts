import { expect, it } from 'vitest'
import type { PolicyView } from '@/lib/workspaces/policy/view'
import { changedIn, problemOf, rebase, textOf, typedOf, valueOf } from './typed'

const mail: PolicyView['mail'] = {
  ...{ spamSensitivity: 'medium', blockedTypes: [], allowedSenders: [], blockedSenders: [], rules: [] },
  ...{ poolsFreeTenants: false, supportSwitchesProtocols: false },
}
const policy = (values: Record<string, number | null>): PolicyView => ({
  version: 1,
  changedBy: null,
  changedAt: null,
  mail,
  fields: Object.entries(values).map(([name, value]) => ({
    ...{ name, label: name, unit: 'domains', window: 'always', counts: '', givesBack: '', value },
    ...{ least: 1, ceiling: 1_000, plans: { free: 3, pro: 50, enterprise: null } },
  })),
})

it.each([
  ['', null],
  ['  ', null],
  ['0', 0],
  ['1,200', 1_200],
  ['1 200', 1_200],
  ['12.000', 12_000],
  ['-1', undefined],
  ['1.5', undefined],
  ['1,20', undefined],
  ['0x10', undefined],
  ['ten', undefined],
  ['1e3', undefined],
])('%j is %j', (text, value) => expect(valueOf(text, 'domains')).toBe(value))

it.each([
  ['', null],
  ['0', 0],
  ['20 GB', 20e9],
  ['20gb', 20e9],
  ['1.5 TB', 1.5e12],
  ['1,25 MB', 1.25e6],
  ['1,500 MB', 1.5e9],
  ['10 kB', 10_000],
  ['12345 bytes', 12_345],
  ['1 byte', 1],
  ['20', undefined],
  ['GB', undefined],
  ['1.2.3 GB', undefined],
  ['-1 GB', undefined],
  ['2 GiB', undefined],
  ['99999999999 TB', undefined],
])('the size %j is %j bytes', (text, value) => expect(valueOf(text, 'bytes')).toBe(value))

it.each([0, 1, 999, 1_000, 12_345, 10e6, 1.5e9, 3e9, 10e12, 2_500_000, 3_000_000_001])(
  'the size of %d bytes is typed so that it is read as just that',
  (n) => expect(valueOf(textOf(n, 'bytes'), 'bytes')).toBe(n),
)

it('bounds are told before anything is sent', () => {
  const [field] = policy({ domains: null }).fields
  expect(problemOf(field!, '1000')).toBeUndefined()
  expect(problemOf(field!, '')).toBeUndefined()
  expect(problemOf(field!, '1001')).toBe('The ceiling is 1,000 domains.')
  expect(problemOf(field!, '0')).toBe('At least 1.')
  expect(problemOf(field!, 'x')).toContain('whole number')
})

it('a change is a value that differs and could be saved', () => {
  const now = policy({ a: null, b: 5, c: 7, d: 9 })
  expect(changedIn(now, { a: '3', b: '', c: '7', d: '5000' })).toEqual({ a: 3, b: null })
  expect(changedIn(now, typedOf(now))).toEqual({})
})

it('of an edit that was overtaken nothing typed is lost, and only what both changed is asked', () => {
  const older = policy({ mine: null, theirs: null, both: 5, same: 5, neither: 1 })
  const newer = policy({ mine: null, theirs: 8, both: 6, same: 7, neither: 1 })
  const typed = { mine: '3', theirs: '', both: '9', same: '7', neither: '1' }
  expect(rebase(older, newer, typed)).toEqual({
    typed: { mine: '3', theirs: '8', both: '9', same: '7', neither: '1' },
    undecided: ['both'],
  })
})
