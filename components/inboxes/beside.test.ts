import { expect, it } from 'vitest'
import type { InboxView } from '@/lib/inboxes/view'
import { besideOf } from './beside'

const inbox = (id: string, unread = 0) => ({ id, counts: { inbox: { total: 9, unread } } }) as InboxView
const names = (inboxes: InboxView[]) => inboxes.map(({ id }) => id).join(' ')

it.each([
  ['those with mail first', [], 'a', ['y', 'c'], ['a', 'b', 'c'], 'y c a b'],
  ['the current one always, however old', [], 'z', [], ['a', 'b', 'c', 'd', 'e'], 'a b c d z'],
  ['all with mail, however many', [], 'a', ['v', 'w', 'x', 'y', 'a'], ['a', 'b'], 'v w x y a'],
  ['each in its place when mail came or was read', ['a', 'b', 'c'], 'a', ['c'], ['a', 'b', 'c'], 'a b c'],
  ['whoever gets mail later at the end', ['a', 'b', 'c', 'd'], 'a', ['y'], ['a', 'b', 'c', 'd'], 'a b c d y'],
  ['not what is gone', ['a', 'b', 'c'], 'a', [], ['a', 'c'], 'a c'],
])('beside an inbox stand %s', (_, shown, current, unread, newest, beside) => {
  const known = {
    current: inbox(current, unread.includes(current) ? 1 : 0),
    unread: unread.map((id) => inbox(id, 1)),
    newest: newest.map((id) => inbox(id, unread.includes(id) ? 1 : 0)),
  }
  expect(names(besideOf(shown, known, 4))).toBe(beside)
})
