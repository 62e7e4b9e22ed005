import { expect, it, test } from 'vitest'
import { afterwards, commandOf, keyHelp, nearest, neighbour } from './keys'

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

it.each([
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
  ['PageDown', 'pageDown'],
  ['PageUp', 'pageUp'],
  ['Home', 'first'],
  ['End', 'last'],
])('%s in the list means %s; elsewhere it scrolls, and in a field it moves in the text', (key, command) => {
  expect(commandOf(press(key), 'page', true)).toBe(command)
  expect(commandOf(press(key), 'control', true)).toBe(command)
  expect(commandOf(press(key), 'page')).toBeNull()
  expect(commandOf(press(key), 'field', true)).toBeNull()
})

const named: Record<string, string> = { Esc: 'Escape', '↓': 'ArrowDown', '↑': 'ArrowUp' }
test('every key of the help does something', () => {
  for (const [keys] of keyHelp)
    for (const key of keys.split(', '))
      expect(commandOf(press(named[key] ?? key), 'page', true), key).not.toBeNull()
})

it.each([
  ['b', 1, 'c'],
  ['c', 1, 'c'],
  ['a', -1, 'a'],
  [null, -1, 'a'],
  ['gone', 1, 'a'],
  ['gone', -1, 'a'],
  ['a', 10, 'c'],
  ['c', -10, 'a'],
  ['b', Infinity, 'c'],
  ['b', -Infinity, 'a'],
  [null, Infinity, 'c'],
] as const)('from %s a step of %i leads to %s', (current, step, to) =>
  expect(neighbour(['a', 'b', 'c'], current, step)).toBe(to),
)
it('of nothing there is no neighbour', () => expect(neighbour([], 'a', 1)).toBeNull())

it.each([
  ['it was read and left the list', ['a', 'b', 'd', 'e'], 'd', 'b', 'd'],
  ['the one behind it left as well', ['a', 'b', 'e'], 'e', 'b', 'e'],
  ['it was the last', ['a', 'b'], 'b', 'b', 'b'],
  ['it was the last, and older ones came under it', ['a', 'b', 'f', 'g'], 'f', 'b', 'f'],
  ['it was the first that was left', ['d', 'e'], 'd', 'd', 'd'],
  ['new mail came above', ['x', 'y', 'a', 'b', 'd'], 'd', 'b', 'd'],
  ['all of them left', [], null, null, null],
  ['only others are there', ['x', 'y'], 'x', 'x', 'x'],
])('when %s, one goes on from where it stood', (_, order, next, previous, near) => {
  const among = ['a', 'b', 'c', 'd', 'e']
  expect(neighbour(order, 'c', 1, among)).toBe(next)
  expect(neighbour(order, 'c', -1, among)).toBe(previous)
  expect(nearest(order, 'c', among)).toBe(near)
})
it('what is still there, or never was, is the nearest to itself', () => {
  expect(nearest(['a', 'b'], 'b', [])).toBe('b')
  expect(nearest(['a', 'b'], 'z', ['a', 'b'])).toBe('z')
})

it.each([
  ['b', ['b'], 'c'],
  ['c', ['c'], 'b'],
  ['b', ['b', 'c'], 'a'],
  ['a', ['b'], 'a'],
  ['a', ['a', 'b', 'c'], null],
  [null, ['a'], null],
  ['z', ['z'], null],
])('standing on %s when %j go, one stands on %s', (current, gone, to) =>
  expect(afterwards(['a', 'b', 'c'], current, new Set(gone))).toBe(to),
)
