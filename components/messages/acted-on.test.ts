import { expect, it } from 'vitest'
import { actedOn, sameOfAll } from './acted-on'

const order = ['a', 'b', 'c']

it.each([
  ['what is ticked, before all', ['a', 'c'], 'b', 'b', ['a', 'c']],
  ['what is open, also where the list does not have it', [], 'z', 'a', ['z']],
  ['the row one stands on', [], null, 'b', ['b']],
  ['nothing, where one stands on what is not in the list', [], null, 'z', []],
  ['nothing, where one stands nowhere', [], null, null, []],
])('acts on %s', (_, ticked, open, cursor, ids) =>
  expect(actedOn({ order, ticked, open, cursor })).toEqual(ids),
)

it.each([
  [['a'], 'spam'],
  [['a', 'b'], 'spam'],
  [['a', 'c'], undefined],
  [['z'], undefined],
  [['a', 'z'], undefined],
  [[], undefined],
])('of %j the folder is %s', (ids, folder) => {
  const folders: Record<string, string> = { a: 'spam', b: 'spam', c: 'inbox' }
  expect(sameOfAll(ids, (id) => folders[id])).toBe(folder)
})
