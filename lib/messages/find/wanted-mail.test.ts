import { expect, it } from 'vitest'
import { wantedMail } from './wanted-mail'

it.each([
  [{ recipient: 'Bob@Acme.com' }, 'recipient', ['bob@acme.com'], null],
  [{ recipient: '<bob+x@acme.com>' }, 'recipient', ['bob+x@acme.com'], { address: 'bob@acme.com', tag: 'x' }],
  [{ recipient: 'bob@büro.example' }, 'recipient', ['bob@büro.example', 'bob@xn--bro-hoa.example'], null],
  [{ sender: 'no address' }, 'sender', ['no address'], null],
  [{ sender: 'ada+x@acme.com' }, 'sender', ['ada+x@acme.com'], null],
  [{ messageId: '<A1@x>' }, 'messageId', ['A1@x'], null],
])('%j', (asked, by, values, tagOf) => expect(wantedMail(asked)).toEqual({ by, values, tagOf }))
