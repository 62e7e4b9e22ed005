import fc from 'fast-check'
import { expect, it } from 'vitest'
import { guessZone, relativeTo } from './zone'

it.each([
  ['mnexa.ai', 'mnexa.ai'],
  ['inbox.mnexa.ai', 'mnexa.ai'],
  ['a.b.mnexa.co.uk', 'mnexa.co.uk'],
  ['co.uk', 'co.uk'],
])('the zone of %s is guessed as %s', (name, zone) => expect(guessZone(name)).toBe(zone))

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
