import { expect, it } from 'vitest'
import { newUserCode, parseUserCode } from './user-code'

it('a code is two groups of four letters that make no words', () => {
  for (let n = 0; n < 200; n++) {
    const code = newUserCode()
    expect(code).toMatch(/^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/)
    expect(parseUserCode(code)).toBe(code)
  }
})

it.each([
  ['bcdf-ghjk', 'BCDF-GHJK'],
  [' BCDFGHJK ', 'BCDF-GHJK'],
  ['BCDF GHJK', 'BCDF-GHJK'],
])('%j is read as %s', (typed, code) => expect(parseUserCode(typed)).toBe(code))

it.each(['', 'BCDF', 'BCDF-GHJKL', 'AEIO-BCDF', '1234-5678', 'ÄCDF-GHJK'])('%j is no code', (typed) =>
  expect(parseUserCode(typed)).toBeNull(),
)
