import { expect, it } from 'vitest'
import { arrivalOf, type Facts } from './arrival'

const facts: Facts = {
  closedAt: null,
  suspendedAt: null,
  isOurs: false,
  domain: 'mnexa.ai',
  receiving: 'ready',
}

it.each<[string, Partial<Facts>, string, RegExp | null]>([
  ['a domain that receives', {}, 'ready', null],
  ['below the platform’s own name', { isOurs: true, receiving: null }, 'ready', null],
  ['a domain whose records are awaited', { receiving: 'pending' }, 'pending', /Publish its records/],
  ['a domain whose record is gone', { receiving: 'lost' }, 'lost', /Publish it again/],
  ['a domain that is not to receive', { receiving: 'off' }, 'off', /Receiving is off/],
  ['a domain that was deleted', { receiving: null }, 'no_domain', /Add it again, or move/],
  [
    'suspended',
    { suspendedAt: new Date() },
    'ready',
    /waits in quarantine, or at the senders’ servers .* comes in by itself/,
  ],
  ['closed', { closedAt: new Date(), suspendedAt: new Date() }, 'off', /is closed/],
])('%s', (_, change, receiving, notice) => {
  const arrival = arrivalOf({ ...facts, ...change })
  expect(arrival.receiving).toBe(receiving)
  if (notice) expect(arrival.notice).toMatch(notice)
  else expect(arrival.notice).toBeNull()
})
