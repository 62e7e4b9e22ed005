import { expect, it } from 'vitest'
import { loginFault } from './login'

const fine = { superuser: false, bypasses: false, owns: false }

it('the application runs with a login that row-level security holds', () =>
  expect(loginFault(fine)).toBeNull())

it.each([
  ['superuser', /superuser/],
  ['bypasses', /bypasses row-level security/],
  ['owns', /owns the tables/],
] as const)('a login that is or %s is refused', (fault, words) =>
  expect(loginFault({ ...fine, [fault]: true })).toMatch(words),
)
