import { expect, it } from 'vitest'
import { acceptsBrotli } from './compressed-scripts'

it.each([
  ['gzip, deflate, br', true],
  ['br;q=0.5', true],
  ['br; q=1.0, gzip', true],
  ['gzip', false],
  ['br;q=0', false],
  ['br; q=0.000, gzip', false],
  ['brotli', false],
  [undefined, false],
])('accept-encoding %s: %s', (header, accepted) => {
  expect(acceptsBrotli(header)).toBe(accepted)
})
