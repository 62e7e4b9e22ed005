import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprint, idempotencyKeyIn } from './key'

const keyIn = (header?: string) =>
  idempotencyKeyIn(new Headers(header === undefined ? {} : { 'idempotency-key': header }))

describe('an Idempotency-Key', () => {
  it.each([
    [undefined, null],
    ['12345678', '12345678'],
    ['"12345678"', '12345678'],
    ['"8e03978e-40d5-43dd-bc93-6894a57f9324"', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    ['x'.repeat(200), 'x'.repeat(200)],
  ])('%j is %j', (header, key) => expect(keyIn(header)).toBe(key))

  it.each(['', '1234567', '"1234567"', 'x'.repeat(201), 'with space', 'tab\there', 'ümlaut-key'])(
    '%j is none',
    (header) => expect(() => keyIn(header)).toThrow('8 to 200 printable ASCII characters'),
  )
})

describe('the fingerprint of a call', () => {
  it('is the same whatever the order of its fields, and another for another call', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (input, other) => {
        const turned = Object.fromEntries(Object.entries(input).toReversed())
        expect(fingerprint('a.b', turned)).toBe(fingerprint('a.b', input))
        expect(fingerprint('a.c', input)).not.toBe(fingerprint('a.b', input))
        const [mine, theirs] = [{ x: input }, { x: [other] }]
        expect(fingerprint('a.b', mine)).not.toBe(fingerprint('a.b', theirs))
      }),
    ))

  it('tells a text from a number, and one field from two', () => {
    expect(fingerprint('a.b', { n: 1 })).not.toBe(fingerprint('a.b', { n: '1' }))
    expect(fingerprint('a.b', { n: null })).not.toBe(fingerprint('a.b', {}))
    expect(fingerprint('a.b', { a: 'x","b":"y' })).not.toBe(fingerprint('a.b', { a: 'x', b: 'y' }))
  })
})
