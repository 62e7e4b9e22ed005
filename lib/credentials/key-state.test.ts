import { expect, it } from 'vitest'
import { HOUR } from '@/lib/kernel/clock'
import { endOfOld, keyState, mayRotate } from './key-state'

const now = new Date('2026-11-21T12:00:00Z')
const at = (hours: number) => new Date(now.getTime() + hours * HOUR)

it.each([
  [null, null, 'live'],
  [at(1), null, 'live'],
  [now, null, 'expired'],
  [at(-1), null, 'expired'],
  [null, at(-1), 'revoked'],
  [at(-1), at(-2), 'revoked'],
  [at(1), at(-1), 'revoked'],
] as const)('a key that ends %s and was revoked %s is %3$s', (expiresAt, revokedAt, state) =>
  expect(keyState({ expiresAt, revokedAt }, now)).toBe(state),
)

it.each([
  [1, 24 * HOUR, true],
  [2, 24 * HOUR, false],
  [2, 1, false],
  [2, 0, true],
  [0, 24 * HOUR, true],
])('with %i valid secrets and %i ms of overlap, a rotation may come: %s', (valid, overlap, may) =>
  expect(mayRotate(valid, overlap)).toBe(may),
)

it.each([
  [null, 24, at(24)],
  [at(48), 24, at(24)],
  [at(2), 24, at(2)],
  [null, 0, now],
])('an older secret that ends %s, with %i hours of overlap, ends %s', (expiresAt, hours, end) =>
  expect(endOfOld({ expiresAt }, now, hours * HOUR)).toEqual(end),
)
