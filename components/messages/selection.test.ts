import { expect, it } from 'vitest'
import { allWords, MOST_SELECTED, nothing, pick, pickAll, present } from './selection'

const order = ['a', 'b', 'c', 'd', 'e']
const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].toSorted()

it('ticks one, and takes the tick away', () => {
  const one = pick(nothing, order, 'b', false)
  expect(ids(one)).toEqual(['b'])
  expect(ids(pick(one, order, 'b', false))).toEqual([])
})

it('with shift everything between becomes what the first of them is', () => {
  const from = pick(nothing, order, 'b', false)
  const range = pick(from, order, 'd', true)
  expect(ids(range)).toEqual(['b', 'c', 'd'])
  expect(ids(pick(range, order, 'a', true))).toEqual(['a', 'b', 'c', 'd'])
  const cleared = pick(range, order, 'd', false)
  expect(ids(pick(cleared, order, 'c', true))).toEqual(['b'])
})

it('without a first one, or when it is gone, shift ticks one', () => {
  expect(ids(pick(nothing, order, 'c', true))).toEqual(['c'])
  const gone = pick(nothing, order, 'z', false)
  expect(ids(pick(gone, order, 'c', true))).toEqual(['c', 'z'])
})

it('holds what is in the list, and no more than one call may name', () => {
  const all = pickAll(order)
  expect(present(all, order)).toBe(all)
  expect(ids(present(all, ['b', 'e']))).toEqual(['b', 'e'])
  const many = Array.from({ length: 150 }, (_, n) => String(n))
  expect(pickAll(many).ids.size).toBe(MOST_SELECTED)
})

it.each([
  [50, false, 'Select all'],
  [50, true, 'Select these 50'],
  [100, true, 'Select these 100'],
  [150, true, 'Select the first 100'],
  [150, false, 'Select the first 100'],
])('over %i messages, with more to come %s, it says “%s”', (count, more, words) =>
  expect(allWords(count, more)).toBe(words),
)
