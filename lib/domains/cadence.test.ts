import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE, SECOND } from '@/lib/kernel/clock'
import { untilNextCheck } from './cadence'
import { domainStates } from './view'

const middle = () => 0.5
const look = { state: 'pending', attempt: 0, watched: false, complete: false } as const

describe('nobody watching', () => {
  it.each([
    [0, 5 * SECOND],
    [1, 15 * SECOND],
    [2, MINUTE],
    [3, 5 * MINUTE],
    [4, 30 * MINUTE],
    [5, 30 * MINUTE],
    [100_000, 30 * MINUTE],
  ])('look %i is followed by the next after %i ms', (attempt, ms) =>
    expect(untilNextCheck({ ...look, attempt }, middle)).toBe(ms),
  )

  it('a verified domain is looked at about hourly, a given-up one a few times a day', () => {
    expect(untilNextCheck({ ...look, state: 'ready' }, middle)).toBe(HOUR)
    expect(untilNextCheck({ ...look, state: 'failed' }, middle)).toBe(6 * HOUR)
  })
})

describe('somebody watching', () => {
  it.each([
    [0, SECOND],
    [299, SECOND],
    [300, 2 * SECOND],
    [900, 5 * SECOND],
  ])('look %i is followed by the next after %i ms', (attempt, ms) =>
    expect(untilNextCheck({ ...look, watched: true, attempt })).toBe(ms),
  )

  it('eases off when nothing is waited for', () =>
    expect(untilNextCheck({ ...look, watched: true, complete: true })).toBe(5 * SECOND))
})

it('the next look is never further away than a share of its step, never at once, and watching never slows it down', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...domainStates),
      fc.nat(),
      fc.boolean(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (state, attempt, complete, random) => {
        const seen = { state, attempt, complete }
        const alone = untilNextCheck({ ...seen, watched: false }, () => random)
        expect(alone).toBeGreaterThanOrEqual(4 * SECOND)
        expect(alone).toBeLessThanOrEqual(7.2 * HOUR)
        const watched = untilNextCheck({ ...seen, watched: true }, () => random)
        expect(watched).toBeGreaterThanOrEqual(SECOND)
        expect(watched).toBeLessThanOrEqual(5 * SECOND)
      },
    ),
  ))
