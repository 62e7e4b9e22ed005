import { expect, it } from 'vitest'
import { daysTo, lastOver, nextDay } from './days'

it.each([
  ['2026-11-21T00:00:00Z', '2026-11-19'],
  ['2026-11-21T23:59:59.999Z', '2026-11-19'],
  ['2027-01-01T04:37:00Z', '2026-12-30'],
])('at %s all of %s is older than a day', (now, day) => expect(lastOver(new Date(now))).toBe(day))

it.each([
  ['2026-11-19', '2026-11-21', ['2026-11-19', '2026-11-20', '2026-11-21']],
  ['2028-02-28', '2028-03-01', ['2028-02-28', '2028-02-29', '2028-03-01']],
  ['2026-11-20', '2026-11-19', []],
])('from %s to %s', (from, to, days) => expect(daysTo(from, to)).toEqual(days))

it('a year ends', () => expect(nextDay('2026-12-31')).toBe('2027-01-01'))
