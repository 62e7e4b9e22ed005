import { expect, it } from 'vitest'
import { foldEnding } from './endings'

it.each([
  ['exe', 'exe'],
  ['.EXE', 'exe'],
  ['*.exe', 'exe'],
  [' Docm ', 'docm'],
  ['7z', '7z'],
  ['häx', 'häx'],
  ['ha\u0308x', 'häx'],
  ['', null],
  ['.', null],
  ['tar.gz', null],
  ['a b', null],
  ['*', null],
  ['../exe', null],
  ['a'.repeat(20), 'a'.repeat(20)],
  ['a'.repeat(21), null],
])('%j is kept as %j', (typed, ending) => expect(foldEnding(typed)).toBe(ending))
