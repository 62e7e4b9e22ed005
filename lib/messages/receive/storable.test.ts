import { expect, it } from 'vitest'
import { storable } from './storable'

it.each([
  ['words', 'Grüße 👋', 'Grüße 👋'],
  ['a NUL', 'a\0b', 'a\uFFFDb'],
  ['half a pair', '👋'.slice(0, 1), '\uFFFD'],
  ['what is no text', [1, true, null, undefined], [1, true, null, undefined]],
  ['whatever stands within', { says: ['\0', { deep: 'x\0' }] }, { says: ['\uFFFD', { deep: 'x\uFFFD' }] }],
  ['names', { 'a\0': 1 }, { 'a\uFFFD': 1 }],
])('%s', (_, value, is) => expect(storable(value)).toEqual(is))
