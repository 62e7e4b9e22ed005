import { expect, it } from 'vitest'
import { fromInput, untilInput } from './time-input'

it.each([
  ['2026-11-21', '2026-11-21T00:00:00.000Z', '2026-11-22T00:00:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z', '2024-03-01T00:00:00.000Z'],
  ['2026-11-21T10:00:00Z', '2026-11-21T10:00:00.000Z', '2026-11-21T10:00:00.001Z'],
  ['2026-11-21T10:00:00+02:00', '2026-11-21T08:00:00.000Z', '2026-11-21T08:00:00.001Z'],
])('%s begins at %s, and ends just before %s', (text, from, until) => {
  expect(fromInput.parse(text)?.toISOString()).toBe(from)
  expect(untilInput.parse(text)?.toISOString()).toBe(until)
})

it.each(['', 'yesterday', '2026-02-30', '21.11.2026', '2026-11-21T10:00:00', '+012026-11-21', '1e3'])(
  '%j is no time',
  (text) => {
    expect(fromInput.safeParse(text).success).toBe(false)
    expect(untilInput.safeParse(text).success).toBe(false)
  },
)

it('none is none', () =>
  expect([fromInput.parse(undefined), untilInput.parse(undefined)]).toEqual([undefined, undefined]))
