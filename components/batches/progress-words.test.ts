import { expect, it } from 'vitest'
import { progressWords } from './progress-words'

it.each([
  [0, 0, 0, true, 'There was nothing to do.'],
  [1, 0, 0, false, 'It is not done yet.'],
  [1, 1, 0, true, 'It is done.'],
  [1, 0, 1, true, 'It was refused.'],
  [500, 0, 0, false, '0 of 500 are done; 500 to go.'],
  [10_000, 1_200, 3, false, '1,200 of 10,000 are done, 3 refused; 8,797 to go.'],
  [500, 500, 0, true, 'All 500 are done.'],
  [500, 498, 2, true, 'Finished: 498 of 500 are done, 2 refused.'],
])('%i in all, %i done, %i refused', (total, done, refused, isFinished, words) =>
  expect(
    progressWords({ total, done, refused, finishedAt: isFinished ? '2026-11-21T00:00:00Z' : null }),
  ).toBe(words),
)
