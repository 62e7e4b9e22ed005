import { expect, it } from 'vitest'
import { missedSince } from './missed'

it.each([
  ['joined at once', [400], [false]],
  ['joined late', [1_600], [true]],
  ['joined again: the stream broke, or the tab was hidden', [400, 500, 90_000], [false, true, true]],
  ['joined late, and again', [1_600, 1_700], [true, true]],
])('%s', (_, ups, answers) => {
  const missed = missedSince(100)
  expect(ups.map(missed)).toEqual(answers)
})
