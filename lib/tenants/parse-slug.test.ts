import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AppError } from '@/lib/kernel/errors'
import { parseSlug } from './parse-slug'

const outcome = (text: string) => {
  try {
    return { slug: parseSlug(text) }
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
}

it.each(['ab', '3m', 'acme-books', 'a-b-c', 'x'.repeat(40)])('%s is a slug', (slug) =>
  expect(outcome(` ${slug}\n`)).toEqual({ slug }),
)

it.each([
  '',
  'a',
  'Acme',
  'acme--books',
  '-acme',
  'acme-',
  'acme books',
  'acme.dev',
  'bücher',
  '../x',
  'x'.repeat(41),
])('%j is none', (text) => expect(outcome(text)).toBe('slug_malformed'))

it('what could be taken for an id is no slug', () =>
  expect(() => parseSlug('0198c0de-0000-7000-8000-000000000000')).toThrow(AppError))

it.each(['letterhead', 'new', 'api', 'admin', 'www', 'support', 'staging', 'dev', 'send'])(
  '%s is taken by the platform',
  (slug) => expect(outcome(slug)).toBe('tenant_exists'),
)

it('any text is refused, or stands in an address as it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9-]{0,45}$/)), (text) => {
      const kept = outcome(text)
      if (typeof kept === 'object')
        expect(encodeURIComponent((kept as { slug: string }).slug)).toBe(text.trim())
    }),
  )
})
