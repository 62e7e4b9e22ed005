import { expect, it } from 'vitest'
import { endOf, periodOf } from './period'

const at = (text: string) => new Date(text)

it.each([
  ['day', '2026-11-21T23:59:59.999Z', '2026-11-21', '2026-11-22T00:00:00.000Z'],
  ['day', '2026-11-22T00:00:00.000Z', '2026-11-22', '2026-11-23T00:00:00.000Z'],
  ['day', '2026-12-31T12:00:00.000Z', '2026-12-31', '2027-01-01T00:00:00.000Z'],
  ['hour', '2026-11-21T15:04:05.000Z', '2026-11-21T15', '2026-11-21T16:00:00.000Z'],
  ['hour', '2026-11-21T23:30:00.000Z', '2026-11-21T23', '2026-11-22T00:00:00.000Z'],
  ['rate', '2026-11-21T15:04:59.999Z', '2026-11-21T15:04', '2026-11-21T15:05:00.000Z'],
] as const)('a %s at %s is %s, until %s', (window, now, period, end) => {
  expect(periodOf(window, at(now))).toBe(period)
  expect(endOf(window, at(now))?.toISOString()).toBe(end)
})

it('what stands has one period, without an end', () => {
  expect(periodOf('always', new Date())).toBe('always')
  expect(endOf('always', new Date())).toBeNull()
})
