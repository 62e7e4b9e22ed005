import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { folders, placeOf, queryOf } from './place'

const read = (query: string) => placeOf(new URLSearchParams(query))

it.each([
  ['', { folder: 'inbox', unread: false, search: '', message: null }],
  [
    'folder=spam&unread=1&search=from%3Aada&message=m1',
    { folder: 'spam', unread: true, search: 'from:ada', message: 'm1' },
  ],
  ['folder=nowhere&unread=yes&message=', { folder: 'inbox', unread: false, search: '', message: null }],
])('“%s” is a place', (query, place) => expect(read(query)).toEqual(place))

it.each([
  ['', ''],
  ['folder=inbox', ''],
  ['message=m1&folder=trash', '?folder=trash&message=m1'],
])('“%s” is written “%s”: what goes without saying is left out', (query, written) =>
  expect(queryOf(read(query))).toBe(written),
)

test('a place survives its URL, whatever is searched for', () =>
  fc.assert(
    fc.property(
      fc.record({
        folder: fc.constantFrom(...folders),
        unread: fc.boolean(),
        search: fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.trim()),
        message: fc.option(fc.uuid()),
      }),
      (place) => {
        expect(read(queryOf(place))).toEqual(place)
      },
    ),
  ))
