import { expect, it } from 'vitest'
import { grantableScopes } from './scopes'
import { scopeWords } from './words'

it('every scope a key can have is said in words, and no other', () =>
  expect(Object.keys(scopeWords).sort()).toEqual(grantableScopes(true).sort()))
