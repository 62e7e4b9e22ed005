import { expect, it } from 'vitest'
import { addressIn, messageIdIn } from './pasted'

it.each([
  ['desk@acme.com', 'desk@acme.com'],
  ['Front desk <desk@acme.com>', 'desk@acme.com'],
  ['"Desk, front" <desk@acme.com>', 'desk@acme.com'],
  ['<desk@acme.com>', 'desk@acme.com'],
  ['mailto:desk@acme.com?subject=Hello', 'desk@acme.com'],
  ['<mailto:desk@acme.com>', 'desk@acme.com'],
  ['desk@acme.com,', 'desk@acme.com'],
  ['desk@acme.com, ada@acme.com', 'desk@acme.com'],
  ['(desk@acme.com).', 'desk@acme.com'],
  ['Desk+News@büro.example;', 'Desk+News@büro.example'],
  ['"front desk"@acme.com', '"front desk"@acme.com'],
  ['postmaster@[192.0.2.1]', 'postmaster@[192.0.2.1]'],
  ['desk', null],
  ['desk@', null],
  ['@acme.com', null],
  ['not an address', null],
  ['mailto:', null],
])('the address in %j is %j', (pasted, address) => expect(addressIn(pasted)).toBe(address))

it.each([
  ['a1@x.dev', 'a1@x.dev'],
  ['<A1@x.dev>', 'A1@x.dev'],
  ['Message-ID: <A1@x.dev>', 'A1@x.dev'],
  ['message-id:a1@x.dev,', 'a1@x.dev'],
  ['<a1@x.dev>, sent on Monday', 'a1@x.dev'],
  ['no-at-sign', 'no-at-sign'],
])('the Message-ID in %j is %j', (pasted, id) => expect(messageIdIn(pasted)).toBe(id))
