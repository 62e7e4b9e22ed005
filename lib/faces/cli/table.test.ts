import fc from 'fast-check'
import { expect, it } from 'vitest'
import { details, table } from './table'

const rows = [
  {
    state: 'ready',
    id: 'd-1',
    name: 'one.dev',
    createdAt: '2026-11-21T12:00:00Z',
    workspace: { name: 'Default' },
  },
  { state: 'pending', id: 'd-2', name: 'bücher.dev', createdAt: '2026-11-20T12:00:00Z', workspace: null },
]

it('is aligned, what one knows a thing by first', () =>
  expect(table(rows, 100)).toBe(
    [
      'id   name        state    created at            workspace',
      'd-1  one.dev     ready    2026-11-21T12:00:00Z  Default',
      'd-2  bücher.dev  pending  2026-11-20T12:00:00Z',
    ].join('\n'),
  ))

it('fits the terminal: columns that do not are left out, the others stay whole', () =>
  expect(table(rows, 36)).toBe(
    [
      'id   name        state    workspace',
      'd-1  one.dev     ready    Default',
      'd-2  bücher.dev  pending',
    ].join('\n'),
  ))

it('one thing: a line a value, things in it as a table, or as blocks where that is too wide', () => {
  const domain = { id: 'd-1', readyAt: null, records: [{ key: 'spf', value: 'v=spf1 include:x -all' }] }
  expect(details(domain, 80)).toBe(
    'id        d-1\nready at\n\nrecords\nkey  value\nspf  v=spf1 include:x -all',
  )
  expect(details(domain, 20)).toBe(
    'id        d-1\nready at\n\nrecords\nkey    spf\nvalue  v=spf1 include:x -all',
  )
})

it('says first what one looks for, leaves out what is empty, and puts what is only looked up last', () =>
  expect(
    table(
      [
        { threadId: 't-1', id: 'm-1', label: null, from: { name: '', address: 'a@b.dev' }, subject: 'One' },
        { threadId: 't-1', id: 'm-2', label: '', from: { name: 'Bo', address: 'bo@b.dev' }, subject: 'Two' },
      ],
      100,
    ),
  ).toBe(
    [
      'id   from           subject  thread id',
      'm-1  a@b.dev        One      t-1',
      'm-2  Bo <bo@b.dev>  Two      t-1',
    ].join('\n'),
  ))

it('one thing: text of several lines stands below, set in, and so do things in things', () =>
  expect(
    details({ id: 'm-1', text: 'Hello,\r\nid  m-2\r\n', verdicts: { spf: { result: 'pass' } } }, 80),
  ).toBe('id  m-1\n\ntext\n  Hello,\n  id  m-2\n\nverdicts\nspf  result pass'))

it('wide characters take their two columns', () =>
  expect(
    table(
      [
        { id: '例え', name: 'a' },
        { id: 'abcd', name: 'b' },
      ],
      80,
    ),
  ).toBe('id    name\n例え  a\nabcd  b'))

it('nothing in a value steers the terminal', () => {
  const steering = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const line of table([{ id: text, [text]: { name: text } }], 200).split('\n'))
        expect(line).not.toMatch(steering)
      for (const line of details({ id: text, list: [{ name: text }] }, 200).split('\n'))
        expect(line).not.toMatch(steering)
    }),
  )
  expect(table([{ id: '\u001b[2Jx\ny' }], 80)).toBe('id\n\ufffd[2Jx\ufffdy')
})
