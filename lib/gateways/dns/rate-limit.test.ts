import { describe, expect, test } from 'vitest'
import { createRateLimit } from './rate-limit'

describe('turns at one server', () => {
  test.each([
    ['one second of turns at once, then one an interval', 2, [0, 0, 0, 0], [0, 0, 500, 1000]],
    ['turns come back with time', 2, [0, 0, 500, 1000], [0, 0, 0, 0]],
    ['less than one a second', 0.5, [0, 0, 2000], [0, 2000, 2000]],
  ])('%s', (_, perSecond, times, waits) => {
    let time = 0
    const turnAt = createRateLimit(perSecond, 10_000, () => time)
    const seen = times.map((at) => {
      time = at
      return turnAt('s')
    })
    expect(seen).toEqual(waits)
  })

  test('who is refused takes no turn, and servers do not share them', () => {
    const turnAt = createRateLimit(1, 100, () => 0)
    expect([turnAt('s'), turnAt('s'), turnAt('s'), turnAt('t')]).toEqual([0, null, null, 0])
  })
})
