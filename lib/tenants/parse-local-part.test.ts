import { expect, it } from 'vitest'
import { AppError } from '@/lib/kernel/errors'
import { parseLocalPart } from './parse-local-part'

it.each([
  ['agent', 'agent'],
  [' Agent ', 'agent'],
  ['first.last', 'first.last'],
  ['a+b', 'a+b'],
  ["o'neil", "o'neil"],
  ['x'.repeat(64), 'x'.repeat(64)],
])('%j is %j', (text, localPart) => expect(parseLocalPart(text, 'inbox')).toBe(localPart))

it.each([
  '',
  '.',
  'a..b',
  '.a',
  'a.',
  'a b',
  'a@b',
  '"a"',
  'a\r\nBcc: b',
  'é',
  '\0',
  'x'.repeat(65),
  'postmaster',
  'Abuse',
])('%j is refused at its field', (text) => {
  let error: unknown
  try {
    parseLocalPart(text, 'inbox')
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(AppError)
  expect(error).toMatchObject({ code: 'local_part_malformed', fields: { inbox: expect.any(String) } })
})
