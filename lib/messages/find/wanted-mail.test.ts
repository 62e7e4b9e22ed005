import { expect, it } from 'vitest'
import { wantedMail } from './wanted-mail'

it.each([
  [{ recipient: 'Bob@Acme.com' }, 'recipient', ['bob@acme.com']],
  [{ recipient: '<bob+x@acme.com>' }, 'recipient', ['bob+x@acme.com']],
  [{ recipient: 'bob@büro.example' }, 'recipient', ['bob@büro.example', 'bob@xn--bro-hoa.example']],
  [{ sender: 'no address' }, 'sender', ['no address']],
  [{ messageId: '<A1@x>' }, 'messageId', ['A1@x']],
])('%j', (asked, by, values) => expect(wantedMail(asked)).toEqual({ by, values }))
