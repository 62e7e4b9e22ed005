import { expect, it } from 'vitest'
import { matchPattern, patternsFor } from './match-pattern'

it.each([
  [['acme.com'], 'acme.com', 'acme.com'],
  [['acme.com'], 'mail.acme.com', undefined],
  [['*.acme.com'], 'mail.acme.com', '*.acme.com'],
  [['*.acme.com'], 'a.b.acme.com', '*.acme.com'],
  [['*.acme.com'], 'acme.com', undefined],
  [['*.acme.com'], 'notacme.com', undefined],
  [['*.acme.com'], 'acme.com.evil.dev', undefined],
  [['*.acme.com', '*.eu.acme.com', 'mail.eu.acme.com'], 'mail.eu.acme.com', 'mail.eu.acme.com'],
  [['*.acme.com', '*.eu.acme.com'], 'mail.eu.acme.com', '*.eu.acme.com'],
  [['*.eu.acme.com', '*.acme.com'], 'mail.acme.com', '*.acme.com'],
  [[], 'acme.com', undefined],
])('of %j, %s is matched by %s', (patterns, name, best) => expect(matchPattern(patterns, name)).toBe(best))

it('the candidates of a name stand from the most specific on', () =>
  expect(patternsFor('a.b.acme.com')).toEqual(['a.b.acme.com', '*.b.acme.com', '*.acme.com', '*.com']))
