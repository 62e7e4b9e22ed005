import { expect, it } from 'vitest'
import { mayEnter } from './may-enter'

it.each([
  // verified, connected to, signed in as
  [true, 'ada', null, 'enter'],
  [true, 'ada', 'ada', 'enter'],
  [true, 'ada', 'noor', 'provider_taken'],
  [true, null, 'ada', 'connect'],
  [true, null, null, 'provider_not_connected'],
  [false, 'ada', null, 'provider_unverified'],
  [false, 'ada', 'ada', 'provider_unverified'],
  [false, 'ada', 'noor', 'provider_unverified'],
  [false, null, 'ada', 'provider_unverified'],
  [false, null, null, 'provider_unverified'],
] as const)(
  'verified: %s, connected to %s, signed in as %s: %s',
  (isVerified, connectedTo, signedInAs, entry) =>
    expect(mayEnter({ isVerified, connectedTo, signedInAs })).toBe(entry),
)
