import fc from 'fast-check'
import { expect, it } from 'vitest'
import { refusedWith } from '@/lib/local/testing/refusal'
import { decodeMark, encodeMark, sorts, type Sort } from './sort'

const key: Record<Sort, fc.Arbitrary<string | number>> = {
  share: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  used: fc.nat(),
  name: fc
    .string({ unit: 'binary', maxLength: 200 })
    .filter((name) => name.isWellFormed() && !name.includes('\0')),
  newest: fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString()),
}

it.each(sorts)('a page in the order of %s goes on exactly where it ended', (sort) =>
  fc.assert(
    fc.property(key[sort], fc.uuid({ version: 7 }), (key, id) => {
      expect(decodeMark(encodeMark({ sort, key, id }), sort)).toEqual({ sort, key, id })
    }),
  ),
)

it('what is no page of this order is refused, and no page is the first', async () => {
  const id = '0198c0de-0000-7000-8000-000000000000'
  const decode = (cursor: string, sort: Sort) => refusedWith((async () => decodeMark(cursor, sort))())
  const text = (what: unknown) => Buffer.from(JSON.stringify(what)).toString('base64url')
  for (const [cursor, sort] of [
    ['rubbish', 'share'],
    [text({}), 'share'],
    [text(['share', 1]), 'share'],
    [text(['share', '1', id]), 'share'],
    [text(['share', 1, 'x']), 'share'],
    [text(['newest', 'yesterday', id]), 'newest'],
    [text(['newest', '0000-01-01T00:00:00Z', id]), 'newest'],
    [text(['name', '\0', id]), 'name'],
    [encodeMark({ sort: 'name', key: 'mnexa', id }), 'share'],
  ] as const)
    expect(await decode(cursor, sort)).toBe('invalid_input')
  expect(decodeMark(undefined, 'share')).toBeUndefined()
})
