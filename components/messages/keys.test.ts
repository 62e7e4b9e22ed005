import { expect, it, test } from 'vitest'
import { afterwards, commandOf, keyHelp, neighbour } from './keys'

const press = (key: string, held = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...held })

it.each([
  ['j', 'page', 'next'],
  ['k', 'control', 'previous'],
  ['o', 'control', 'open'],
  ['Enter', 'page', 'open'],
  ['Enter', 'control', null],
  ['u', 'page', 'back'],
  ['Escape', 'page', 'back'],
  ['Escape', 'field', 'leave'],
  ['/', 'page', 'search'],
  ['/', 'field', null],
  ['j', 'field', null],
  ['#', 'page', 'trash'],
  ['e', 'page', 'trash'],
  ['!', 'page', 'spam'],
  ['toString', 'page', null],
] as const)('%s on a %s means %s', (key, focus, command) =>
  expect(commandOf(press(key), focus)).toBe(command),
)

it.each(['ctrlKey', 'metaKey', 'altKey'])('with %s it is the browser’s', (held) =>
  expect(commandOf(press('k', { [held]: true }), 'page')).toBeNull(),
)

test('every key of the help does something', () => {
  for (const [keys] of keyHelp)
    for (const key of keys.split(', '))
      expect(commandOf(press(key === 'Esc' ? 'Escape' : key), 'page')).not.toBeNull()
})

it.each([
  ['b', 1, 'c'],
  ['c', 1, 'c'],
  ['a', -1, 'a'],
  [null, -1, 'a'],
  ['gone', 1, 'a'],
] as const)('from %s a step of %i leads to %s', (current, step, to) =>
  expect(neighbour(['a', 'b', 'c'], current, step)).toBe(to),
)
it('of nothing there is no neighbour', () => expect(neighbour([], 'a', 1)).toBeNull())

it.each([
  ['b', ['b'], 'c'],
  ['c', ['c'], 'b'],
  ['b', ['b', 'c'], 'a'],
  ['a', ['b'], 'a'],
  ['a', ['a', 'b', 'c'], null],
  [null, ['a'], null],
])('standing on %s when %j go, one stands on %s', (current, gone, to) =>
  expect(afterwards(['a', 'b', 'c'], current, new Set(gone))).toBe(to),
)
