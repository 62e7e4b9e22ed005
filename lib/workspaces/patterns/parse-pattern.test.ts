import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/kernel/errors'
import { matchPattern } from './match-pattern'
import { parsePattern, parsePatterns } from './parse-pattern'

function refusal(typed: string): AppError {
  try {
    parsePattern(typed)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error(`${typed} was taken`)
}

describe('what an admin types becomes the pattern as DNS has its name', () => {
  it.each([
    ['acme.com', 'acme.com'],
    ['*.acme.com', '*.acme.com'],
    ['  *.Acme.COM.  ', '*.acme.com'],
    ['*.bücher.de', '*.xn--bcher-kva.de'],
    ['*.xn--bcher-kva.de', '*.xn--bcher-kva.de'],
    ['BÜCHER。de', 'xn--bcher-kva.de'],
    ['*.eu.acme.co.uk', '*.eu.acme.co.uk'],
    ['*.harbor.github.io', '*.harbor.github.io'],
    ['*.3m.com', '*.3m.com'],
  ])('%j becomes %j', (typed, pattern) => expect(parsePattern(typed)).toBe(pattern))

  it('each stands once, in order', () =>
    expect(parsePatterns(['b.com', '*.A.com', 'B.com.', '*.a.com'])).toEqual(['*.a.com', 'b.com']))
})

describe('what would pull strangers in, or is no name, is refused at the field', () => {
  it.each([
    '',
    '*',
    '*.',
    '*.*.com',
    '**.acme.com',
    'a*.acme.com',
    'acme.*',
    '*acme.com',
    '*.com',
    'com',
    '*.co.uk',
    'co.uk',
    '*.github.io',
    'GitHub.IO.',
    '*.example.com',
    'mail.localhost',
    '*.test',
    '*.internal',
    'acme',
    '*.acme',
    'https://acme.com',
    'acme.com/path',
    'ada@acme.com',
    'acme.com:443',
    '192.0.2.7',
    '*.0.2.7',
    '[2001:db8::1]',
    'a_b.dev',
    '-a.dev',
    'a..dev',
    '*..dev',
    'acme.com, b.com',
    'xn--a.dev',
    `${'a'.repeat(64)}.dev`,
    `*.${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(60)}.dev`,
    'acme%2ecom',
    'acme.com\u0000',
    'a\nb.com',
  ])('%j', (typed) => {
    const error = refusal(typed)
    expect(error.code).toBe('pattern_malformed')
    expect(error.fields).toEqual({ patterns: error.message })
  })

  it('a shared suffix is told with an example below that very suffix', () =>
    expect(refusal('*.github.io').message).toContain('*.acme.github.io'))
})

it('whatever is typed: only an AppError, or a pattern that folds to itself and matches what it says', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.domain(),
        fc.domain().map((name) => `*.${name}`),
        fc
          .array(fc.constantFrom('*', '*.', 'a', 'Ü', '.', '。', '-', 'xn--', 'ß', ' ', 'com', 'acme'), {
            maxLength: 20,
          })
          .map((parts) => parts.join('')),
      ),
      (typed) => {
        let pattern: string
        try {
          pattern = parsePattern(typed)
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
          return
        }
        expect(pattern).toMatch(
          /^(?=.{1,253}$)(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{1,63}$/,
        )
        expect(parsePattern(pattern)).toBe(pattern)
        const name = pattern.replace('*', 'below')
        expect(matchPattern([pattern], name)).toBe(pattern)
      },
    ),
    { numRuns: 2_000 },
  ))
