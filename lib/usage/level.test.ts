import fc from 'fast-check'
import { expect, it } from 'vitest'
import { crossed, levelOf, levels } from './level'

it.each([
  [0, null, 'ok'],
  [1_000_000, null, 'ok'],
  [0, 5, 'ok'],
  [3, 5, 'ok'],
  [4, 5, 'near'],
  [5, 5, 'full'],
  [6, 5, 'full'],
  [2, 3, 'ok'],
  [3, 3, 'full'],
  [0, 1, 'ok'],
  [1, 1, 'full'],
  [0, 0, 'full'],
  [27, 35, 'ok'],
  [28, 35, 'near'],
  [159, 200, 'ok'],
  [160, 200, 'near'],
] as const)('%d of %s is %s', (used, limit, level) => expect(levelOf(used, limit)).toBe(level))

const count = fc.integer({ min: 0, max: 1_000_000 })

it('using more never looks like less', () =>
  fc.assert(
    fc.property(count, count, fc.option(count), (a, b, limit) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)]
      expect(levels.indexOf(levelOf(more, limit))).toBeGreaterThanOrEqual(
        levels.indexOf(levelOf(less, limit)),
      )
    }),
  ))

it('whoever takes one after the other crosses each line once', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), (limit) => {
      const steps = Array.from({ length: limit }, (_, used) => crossed(used, used + 1, limit))
      const lines = new Set(steps.flatMap((did, i) => (did ? [levelOf(i + 1, limit)] : [])))
      expect(steps.filter(Boolean)).toHaveLength(lines.size)
      expect(lines).toContain('full')
    }),
  ))
