import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transferDecoder } from './transfer-decoder'

function decode(encoding: string, encoded: Buffer, size: number): Buffer {
  const decoder = transferDecoder(encoding)
  const out = []
  for (let at = 0; at < encoded.length; at += size) out.push(decoder.write(encoded.subarray(at, at + size)))
  return Buffer.concat([...out, decoder.end()])
}
const pieces = fc.integer({ min: 1, max: 200 })
const hex = (byte: number) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`

describe('whatever was encoded comes out again, in whatever pieces it comes', () => {
  it('base64, in lines', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), pieces, (bytes, size) => {
        const encoded = Buffer.from(bytes)
          .toString('base64')
          .replace(/(.{76})/g, '$1\r\n')
        expect(decode('base64', Buffer.from(encoded), size)).toEqual(Buffer.from(bytes))
      }),
    )
  })
  it('quoted-printable, with soft line breaks', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), pieces, (bytes, size) => {
        const encoded = [...bytes].map((byte, i) => hex(byte) + (i % 20 === 19 ? '=\r\n' : '')).join('')
        expect(decode('quoted-printable', Buffer.from(encoded), size)).toEqual(Buffer.from(bytes))
      }),
    )
  })
  it('anything else as it is', () => {
    expect(decode('8bit', Buffer.from('as=41it is'), 3).toString()).toBe('as=41it is')
  })
})

describe('quoted-printable', () => {
  it.each([
    ['a=\r\nb', 'ab'],
    ['a=  \r\nb', 'ab'],
    ['a=\nb', 'ab'],
    ['end  \r\nnext\t\n', 'end\r\nnext\n'],
    ['in  the middle', 'in  the middle'],
    ['=c3=BC', 'ü'],
    ['=4', '=4'],
    ['=zz', '=zz'],
    ['a =3D', 'a ='],
  ])('%j is %j', (encoded, decoded) => {
    for (const size of [1, 2, 100])
      expect(decode('quoted-printable', Buffer.from(encoded), size).toString()).toBe(decoded)
  })
})
