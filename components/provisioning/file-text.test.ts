import { expect, it } from 'vitest'
import { fileText } from './file-text'

const bytes = (...values: number[]) => new Uint8Array(values).buffer

it.each([
  ['UTF-8', bytes(0x5a, 0xc3, 0xbc), 'Zü'],
  ['UTF-8 with a byte order mark', bytes(0xef, 0xbb, 0xbf, 0x5a), 'Z'],
  ['Windows-1252', bytes(0x5a, 0xfc), null],
  ['UTF-16', bytes(0xff, 0xfe, 0x5a, 0x00), null],
])('a file in %s is taken as it is meant, or not at all', (_, file, text) =>
  expect(fileText(file)).toBe(text),
)
