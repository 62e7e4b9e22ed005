import fc from 'fast-check'
import { expect, it } from 'vitest'
import { safeNext } from './safe-next'

it.each([
  ['/t/mnexa/domains', '/t/mnexa/domains'],
  ['/authorize?code=BCDF-GHJK', '/authorize?code=BCDF-GHJK'],
  ['/a/../b', '/b'],
  ['/account#top', '/account'],
])('%j leads on to %j', (next, path) => expect(safeNext(next)).toBe(path))

it.each([
  '',
  'account',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/a/..//evil.example',
  '/.//evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/a\nb',
  null,
  undefined,
  ['/account'],
  `/${'a'.repeat(2_001)}`,
])('%j leads nowhere', (next) => expect(safeNext(next)).toBeNull())

it('whatever is let through stays on this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.webUrl(),
        fc.string().map((s) => `/${s}`),
      ),
      (text) => {
        const path = safeNext(text)
        if (path !== null) expect(new URL(path, 'https://post.example').origin).toBe('https://post.example')
      },
    ),
  )
})
