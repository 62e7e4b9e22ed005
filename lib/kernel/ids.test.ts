import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { after, jittered, MINUTE } from './clock'
import { hashSecret, isUuid, randomLabel, randomToken, sameSecret } from './ids'

describe('random names', () => {
  it('have 256 bits, are safe in an address, and do not repeat', () => {
    const tokens = Array.from({ length: 1_000 }, () => randomToken())
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(new Set(tokens).size).toBe(1_000)
  })
  it('survive a DNS panel: lower case letters and digits', () =>
    expect(randomLabel()).toMatch(/^[0-9a-f]{32}$/))
})

describe('secrets that are only compared', () => {
  it('are kept as SHA-256', () =>
    expect(hashSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'))
  it('are the same exactly when their text is', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(sameSecret(a, a)).toBe(true)
        expect(sameSecret(a, b)).toBe(a === b)
      }),
    ))
})

it.each([
  ['01920000-0000-7000-8000-000000000000', true],
  ['01920000-0000-7000-8000-00000000000A', true],
  ['01920000-0000-7000-8000-00000000000', false],
  ['01920000-0000-7000-8000-0000000000000', false],
  [' 01920000-0000-7000-8000-000000000000', false],
  ['01920000-0000-7000-8000-000000000000\n', false],
  ['01920000000070008000000000000000', false],
  ['{01920000-0000-7000-8000-000000000000}', false],
  ["' or true --", false],
  ['', false],
])('%j is an id: %s', (text, is) => expect(isUuid(text)).toBe(is))

it('times are milliseconds, jitter keeps to its share', () => {
  expect(after(new Date(0), MINUTE)).toEqual(new Date(60_000))
  expect(jittered(1_000, 0.2, () => 0)).toBe(800)
  expect(jittered(1_000, 0.2, () => 1)).toBe(1_200)
})
