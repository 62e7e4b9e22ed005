import { expect, it } from 'vitest'
import { mayLook, prefetchOf } from './prefetch'

it.each([
  [{}, 'visitor', true],
  [{ 'next-router-prefetch': '1' }, 'visitor', false],
  [{ 'next-router-prefetch': '2' }, 'visitor', false],
  [{ 'next-router-prefetch': '' }, 'visitor', false],
  [{ 'next-router-prefetch': '1' }, 'member', true],
] as const)(
  'of a request with %j a %s is shown a thing that looks are recorded of: %s',
  (headers, kind, shown) => expect(mayLook(kind, prefetchOf(headers))).toBe(shown),
)
