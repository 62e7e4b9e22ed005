import { expect, it } from 'vitest'
import { wantedMail } from './wanted-mail'

it.each([
  [{ recipient: 'Bob@Acme.com' }, 'recipient', ['bob@acme.com'], null],
  [{ recipient: 'Bob <bob@acme.com>,' }, 'recipient', ['bob@acme.com'], null],
  [{ recipient: '<bob+x@acme.com>' }, 'recipient', ['bob+x@acme.com'], { address: 'bob@acme.com', tag: 'x' }],
  [{ recipient: 'bob@büro.example' }, 'recipient', ['bob@büro.example', 'bob@xn--bro-hoa.example'], null],
  [{ sender: 'ada+x@acme.com' }, 'sender', ['ada+x@acme.com'], null],
  [{ messageId: '<A1@x>' }, 'messageId', ['A1@x'], null],
])('%j', (asked, by, values, tagOf) => expect(wantedMail(asked)).toEqual({ by, values, tagOf, from: null }))

it('what came to a recipient can be asked for from one sender', () =>
  expect(wantedMail({ recipient: 'bob@acme.com', sender: 'mailto:Ada@büro.example' })).toEqual({
    ...{ by: 'recipient', values: ['bob@acme.com'], tagOf: null },
    from: ['ada@büro.example', 'ada@xn--bro-hoa.example'],
  }))
