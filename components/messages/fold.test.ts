import { expect, it } from 'vitest'
import { foldedOf } from './fold'

const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1)

it.each([
  ['earlier', 1, [1], []],
  ['earlier', 3, [1, 2, 3], []],
  ['earlier', 4, [3, 4], [1, 2]],
  ['earlier', 59, [58, 59], upTo(57)],
  ['later', 6, upTo(6), []],
  ['later', 8, upTo(5), [6, 7, 8]],
] as const)('of those that came %s, %i in all, the nearest stand open', (side, n, near, far) =>
  expect(foldedOf(upTo(n), side)).toEqual({ near, far }),
)
