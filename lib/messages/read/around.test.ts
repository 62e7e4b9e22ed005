import { expect, it } from 'vitest'
import { around } from './around'

it.each([
  [0, 0, 0, 0],
  [3, 4, 3, 4],
  [101, 0, 100, 0],
  [0, 101, 0, 100],
  [101, 101, 50, 50],
  [20, 101, 20, 80],
  [101, 20, 80, 20],
  [50, 50, 50, 50],
  [51, 50, 50, 50],
])('of %i before and %i after, %i and %i', (before, after, shownBefore, shownAfter) =>
  expect(around(before, after, 100)).toEqual({ before: shownBefore, after: shownAfter }),
)
