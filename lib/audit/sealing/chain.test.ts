import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Prisma } from '@/lib/kernel/db/client'
import type { AuditRow } from '../event'
import { openLink, sealedColumns, type Link } from './chain'

const key = Buffer.alloc(32, 1)
const id = '01920000-0000-7000-8000-00000000000'
const event = (changes: Partial<AuditRow> = {}): AuditRow => ({
  ...{ id: `${id}1`, tenantId: `${id}a`, tx: 7n, at: new Date('2026-11-21T10:00:00Z') },
  ...{ actorKind: 'owner', actorId: `${id}b`, actorLabel: 'Ada', door: 'web', credentialKind: 'session' },
  ...{ credentialId: `${id}c`, address: '192.0.2.1', action: 'domain.added', subjectType: 'domain' },
  ...{ subjectId: `${id}d`, subject: 'mnexa.ai', result: 'done', change: new Uint8Array([1, 2, 3]) },
  requestId: `${id}e`,
  ...changes,
})
const link: Link = {
  ...{ previous: 'a'.repeat(64), tenantId: `${id}a`, seq: 2, fromTx: 5n, toTx: 9n, count: 2 },
  createdAt: new Date('2026-11-21T10:01:00Z'),
}
function hashOf(events: AuditRow[], of: Partial<Link> = {}, by = key): string {
  const open = openLink(by, { ...link, ...of })
  for (const one of events) open.add(one)
  return open.close()
}
const two = [event(), event({ id: `${id}2`, subject: 'harbor.dev' })]

it('a seal covers every column there is', () =>
  expect(sealedColumns.toSorted()).toEqual(Object.values(Prisma.AuditEventScalarFieldEnum).toSorted()))

it('the same events and the same seal give the same hash', () =>
  expect(hashOf(two)).toBe(hashOf(structuredClone(two))))

describe('a hash changes with', () => {
  it.each(Object.keys(event()) as (keyof AuditRow)[])('the event’s %s', (column) => {
    const was = event()[column]
    const other =
      typeof was === 'bigint'
        ? was + 1n
        : was instanceof Date
          ? new Date(was.getTime() + 1)
          : was instanceof Uint8Array
            ? new Uint8Array([1, 2, 4])
            : `${was} `
    expect(hashOf([event({ [column]: other }), two[1]!])).not.toBe(hashOf(two))
    expect(hashOf([event({ [column]: null }), two[1]!])).not.toBe(hashOf(two))
  })
  it.each<[string, Partial<Link>]>([
    ['previous', { previous: 'b'.repeat(64) }],
    ['previous, when there is none', { previous: '' }],
    ['tenant', { tenantId: `${id}b` }],
    ['number', { seq: 3 }],
    ['first transaction', { fromTx: 4n }],
    ['last transaction', { toTx: 10n }],
    ['count', { count: 3 }],
    ['time', { createdAt: new Date('2026-11-21T10:01:01Z') }],
  ])('the seal’s %s', (_, change) => expect(hashOf(two, change)).not.toBe(hashOf(two)))
  it('the key', () => expect(hashOf(two, {}, Buffer.alloc(32, 2))).not.toBe(hashOf(two)))
  it('an event dropped, added, or moved', () => {
    expect(hashOf([two[0]!])).not.toBe(hashOf(two))
    expect(hashOf([...two, event()])).not.toBe(hashOf(two))
    expect(hashOf(two.toReversed())).not.toBe(hashOf(two))
  })
})

it('no two different lists of events read the same, whatever stands in them', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '[', ']', 'null', '\\', '\0') })
  const row = fc
    .record({
      actorLabel: text,
      subject: text,
      address: fc.option(text),
      action: text,
      change: fc.option(fc.uint8Array({ maxLength: 4 })),
    })
    .map((changes) => event(changes as Partial<AuditRow>))
  const rows = fc.array(row, { maxLength: 4 })
  const plain = (events: AuditRow[]) =>
    JSON.stringify(
      events.map((e) => [e.actorLabel, e.subject, e.address, e.action, e.change && [...e.change]]),
    )
  fc.assert(
    fc.property(rows, rows, (one, other) => {
      expect(hashOf(one) === hashOf(other)).toBe(plain(one) === plain(other))
    }),
    { numRuns: 500 },
  )
})
