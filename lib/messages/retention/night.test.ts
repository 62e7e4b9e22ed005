import { expect, it } from 'vitest'
import { RETAIN } from './jobs'
import { dayOf, nextRun, nightName } from './night'

it.each([
  ['2026-11-21T00:00:00.000Z', '2026-11-21T01:40:00.000Z'],
  ['2026-11-21T01:39:59.999Z', '2026-11-21T01:40:00.000Z'],
  ['2026-11-21T01:40:00.000Z', '2026-11-22T01:40:00.000Z'],
  ['2026-12-31T23:59:00.000Z', '2027-01-01T01:40:00.000Z'],
  ['2028-02-28T12:00:00.000Z', '2028-02-29T01:40:00.000Z'],
])('from %s it is %s', (now, is) => expect(nextRun(new Date(now)).toISOString()).toBe(is))

it('a day begins at midnight UTC', () => {
  expect(dayOf(new Date('2026-11-21T23:59:59.999Z')).toISOString()).toBe('2026-11-21T00:00:00.000Z')
  expect(nightName(dayOf(new Date('2026-11-21T00:00:00Z')))).toBe('2026-11-21')
})

it('is when the queue runs it', () => {
  const next = nextRun(new Date('2026-11-21T12:00:00Z'))
  expect(RETAIN.cron).toBe(`${next.getUTCMinutes()} ${next.getUTCHours()} * * *`)
})
