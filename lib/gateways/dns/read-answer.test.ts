import { describe, expect, test } from 'vitest'
import type { Owned, Reply } from './message'
import { apexIn, toLookup } from './read-answer'

const NAME = 'a.zone.test'
const alias = (owner: string, target: string): Owned => ({ owner, type: 'CNAME', target, ttl: 5 })
const text = (owner: string): Owned => ({ owner, type: 'TXT', text: owner, ttl: 5 })
const soa = (owner: string): Owned => ({ owner, type: 'SOA', minimum: 300, ttl: 900 })
const reply = (answers: Owned[], rcode = 0, authorities: Owned[] = []): Reply => ({
  authoritative: true,
  recursive: false,
  truncated: false,
  rcode,
  answers,
  authorities,
  additionals: [],
})
const read = (r: Reply, type: 'TXT' | 'CNAME' | 'SOA' = 'TXT') =>
  toLookup(r, { name: NAME, type }, 'authoritative', 's')

describe('reading an answer', () => {
  test.each([
    ['the record', reply([text(NAME)]), 'found', 1, 0],
    ['records of other names are left out', reply([text(NAME), text('b.test')]), 'found', 1, 0],
    [
      'a chain of two',
      reply([alias(NAME, 'b.test'), alias('b.test', 'c.test'), text('c.test')]),
      'found',
      1,
      2,
    ],
    ['a chain in any order', reply([text('b.test'), alias(NAME, 'b.test')]), 'found', 1, 1],
    ['a chain that ends nowhere', reply([alias(NAME, 'b.test')], 3), 'nodata', 0, 1],
    ['a chain in a circle', reply([alias(NAME, 'b.test'), alias('b.test', NAME)]), 'nodata', 0, 2],
    ['nothing', reply([]), 'nodata', 0, 0],
    ['no such name', reply([], 3), 'nxdomain', 0, 0],
  ])('%s', (_, seen, outcome, records, others) => {
    const lookup = read(seen)
    expect(lookup.outcome).toBe(outcome)
    expect(lookup.outcome === 'found' ? lookup.records.length : 0).toBe(records)
    expect(lookup.outcome === 'failed' ? 0 : lookup.others.length).toBe(others)
  })

  test('a CNAME that was asked for is the record, also when its target does not exist', () => {
    expect(read(reply([alias(NAME, 'b.test'), text('b.test')], 3), 'CNAME')).toMatchObject({
      outcome: 'found',
      records: [{ target: 'b.test' }],
      others: [],
    })
  })

  test('an SOA is found without a record of its own', () => {
    expect(read(reply([soa(NAME)]), 'SOA')).toMatchObject({ outcome: 'found', records: [] })
  })

  test.each([
    ['zone.test', 300, 'zone.test'],
    ['', 300, ''],
    ['other.test', null, null],
    ['one.test', null, null],
  ])('the SOA of "%s" counts when it encloses the name', (owner, negativeTtl, apex) => {
    const seen = reply([], 3, [soa(owner)])
    expect(read(seen)).toMatchObject({ negativeTtl })
    expect(apexIn(seen, NAME)).toBe(apex)
  })
})
