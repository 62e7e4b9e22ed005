import { expect, it } from 'vitest'
import { missedSince } from './missed'

it.each([
  ['joined at once', [1_400], [false]],
  ['joined late', [2_600], [true]],
  ['joined at once, and the stream broke', [400, 500, 90_000], [false, false, false]],
  ['joined late, and the stream broke', [2_600, 90_000], [true, false]],
])('%s', (_, ups, answers) => {
  const missed = missedSince(100)
  expect(ups.map(missed)).toEqual(answers)
})
