import fc from 'fast-check'
import { expect, it } from 'vitest'
import { guessZone, holdsRecords, relativeTo } from './zone'

it.each([
  ['mnexa.ai', 'mnexa.ai'],
  ['inbox.mnexa.ai', 'mnexa.ai'],
  ['a.b.mnexa.co.uk', 'mnexa.co.uk'],
  ['co.uk', 'co.uk'],
])('the zone of %s is guessed as %s', (name, zone) => expect(guessZone(name)).toBe(zone))

it.each([
  ['mnexa.ai', 'inbox.mnexa.ai', true],
  ['inbox.mnexa.ai', 'inbox.mnexa.ai', true],
  // Where the walk for a name nobody registered ends.
  ['ai', 'inbox.mnexa.ai', false],
  ['co.uk', 'mnexa.co.uk', false],
])('%s is a zone that records of %s can live in: %s', (zone, name, can) =>
  expect(holdsRecords(zone, name)).toBe(can),
)

it.each([
  ['mnexa.ai', 'mnexa.ai', '@'],
  ['mnexa.ai', 'send.mnexa.ai', 'send'],
  ['mnexa.ai', '_dmarc.inbox.mnexa.ai', '_dmarc.inbox'],
  ['inbox.mnexa.ai', 'send.inbox.mnexa.ai', 'send'],
  ['nexa.ai', 'send.mnexa.ai', 'send.mnexa.ai'],
  ['other.dev', 'send.mnexa.ai', 'send.mnexa.ai'],
])('within %s, %s is entered as %s', (zone, name, host) => expect(relativeTo(zone, name)).toBe(host))

it('what is entered, put before the zone again, is the name', () =>
  fc.assert(
    fc.property(fc.domain(), fc.domain(), (zone, below) => {
      expect(`${relativeTo(zone, `${below}.${zone}`)}.${zone}`).toBe(`${below}.${zone}`)
    }),
  ))
