import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDate } from './read-date'

it.each([
  ['Thu, 13 Feb 2025 10:20:30 +0100', '2025-02-13T09:20:30.000Z'],
  ['13 Feb 2025 10:20 -0230', '2025-02-13T12:50:00.000Z'],
  ['Thu, 13 Feb 25 10:20:30 GMT', '2025-02-13T10:20:30.000Z'],
  ['Thu, 13 Feb 97 10:20:30 EST', '1997-02-13T15:20:30.000Z'],
  ['Thursday, 13-Feb-2025 10:20:30 UT', '2025-02-13T10:20:30.000Z'],
  ['Thu, 29 Feb 2024 23:59:60 +0000 (leap)', '2024-02-29T23:59:59.000Z'],
  ['2025-02-13T10:20:30Z', '2025-02-13T10:20:30.000Z'],
  ['Thu, 29 Feb 2025 10:20:30 +0000', null],
  ['Thu, 13 Feb 2025 24:20:30 +0000', null],
  ['Thu, 13 Foo 2025 10:20:30 +0000', null],
  ['Thu, 0 Feb 2025 10:20:30 +0000', null],
  ['yesterday', null],
  ['', null],
])('%s', (value, at) => expect(readDate(value)?.toISOString() ?? null).toBe(at))

it('whatever it is, a time that PostgreSQL takes or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 :+-,JanFebT') }), (value) => {
      const year = readDate(value)?.getUTCFullYear() ?? 2000
      expect(year >= 1900 && year <= 9999).toBe(true)
    }),
  )
})
