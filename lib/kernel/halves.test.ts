import { expect, it } from 'vitest'
import { fieldWithHalf } from './halves'

it.each([
  [{ name: 'x\ud800' }, 'name'],
  [{ name: '\udc00\ud800' }, 'name'],
  [{ id: 'a', rules: [{ then: { mark: ['b', 'x\udfff'] } }] }, 'rules'],
  [{ labels: { 'x\ud800': 1 } }, 'labels'],
  [{ name: 'a 😀 \0 \ufffd', rules: [null, 7, true, {}], of: undefined }, undefined],
  [{ bytes: Buffer.from([0xed, 0xa0, 0x80]), at: new Date(0) }, undefined],
  [{}, undefined],
  [undefined, undefined],
])('%j has a half in %j', (input, field) => expect(fieldWithHalf(input)).toBe(field))
