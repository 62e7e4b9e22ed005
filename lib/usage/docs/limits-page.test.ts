import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { limitFields, limitNames } from '../fields'
import { limitsPage } from './limits-page'

it('docs/limits.md says what the tables say', () =>
  expect(readFileSync('docs/limits.md', 'utf8')).toBe(limitsPage()))

it('every limit stands in it, with its acts', () => {
  for (const name of limitNames)
    for (const text of [limitFields[name].label, ...limitFields[name].acts])
      expect(limitsPage()).toContain(text)
})
