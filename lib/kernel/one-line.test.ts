import { expect, it } from 'vitest'
import { isOneLine } from './one-line'

it.each<[string, string, boolean]>([
  ['plain words', 'deploy script', true],
  ['nothing', '', true],
  ['other scripts', 'Grüße 東京 مرحبا', true],
  ['a joiner that Persian is written with', 'می\u200cخواهم', true],
  ['an emoji of several', '👩\u200d💻', true],
  ['an end of a line', 'two\nlines', false],
  ['Unicode’s own end of a line', 'two\u2028lines', false],
  ['a control', 'a\u0007b', false],
  ['an override of the direction', 'invoice\u202egpj.exe', false],
  ['an isolate', '\u2066a', false],
  ['a space without width', 'ad\u200bmin', false],
  ['a soft hyphen', 'ad\u00admin', false],
  ['letters that only machines read', 'a\u{e0041}', false],
])('%s', (_, text, expected) => expect(isOneLine(text)).toBe(expected))
