import { expect, it } from 'vitest'
import { maskEmail } from './mask-email'

it.each([
  ['olive@acme.dev', 'o…@acme.dev'],
  ['o@acme.dev', 'o…@acme.dev'],
  ['o…@acme.dev', 'o…@acme.dev'],
  ['"a@b"@acme.dev', '"…@acme.dev'],
])('%s is told as %s', (email, masked) => expect(maskEmail(email)).toBe(masked))
