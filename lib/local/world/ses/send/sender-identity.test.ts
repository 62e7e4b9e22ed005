import { describe, expect, it } from 'vitest'
import type { Identity } from '../../store/entities'
import { senderIdentity, signingIdentity } from './sender-identity'

const identity = (name: string, status: Identity['verification']['status'] = 'SUCCESS'): Identity => ({
  name,
  type: name.includes('@') ? 'EMAIL_ADDRESS' : 'DOMAIN',
  createdAt: 0,
  verification: { status },
  dkim: {
    status,
    since: 0,
    enabled: true,
    origin: 'AWS_SES',
    keys: [],
    keyLength: 'RSA_2048_BIT',
    generatedAt: 0,
  },
  mailFrom: null,
  behaviorOnMxFailure: 'USE_DEFAULT_VALUE',
  feedbackForwarding: true,
  configurationSet: null,
  tags: [],
})

describe('which identity covers an address', () => {
  it.each<[string, Identity[], string | undefined]>([
    ['a@acme.example', [identity('acme.example')], 'acme.example'],
    ['a@ACME.example', [identity('acme.example')], 'acme.example'],
    ['a@eu.acme.example', [identity('acme.example')], 'acme.example'],
    ['a@eu.acme.example', [identity('acme.example'), identity('eu.acme.example')], 'eu.acme.example'],
    ['a@eu.acme.example', [identity('acme.example'), identity('eu.acme.example', 'PENDING')], 'acme.example'],
    ['a@acme.example', [identity('acme.example'), identity('a@acme.example')], 'a@acme.example'],
    ['b@acme.example', [identity('a@acme.example')], undefined],
    ['a@notacme.example', [identity('acme.example')], undefined],
    ['a@example', [identity('acme.example')], undefined],
    ['a@acme.example', [identity('acme.example', 'FAILED')], undefined],
    ['a@acme.example', [identity('acme.example', 'TEMPORARY_FAILURE')], 'acme.example'],
  ])('%s', (address, identities, name) => {
    expect(senderIdentity(address, identities)?.name).toBe(name)
  })

  it('an address inherits the signature of its domain', () => {
    expect(
      signingIdentity('a@acme.example', [identity('a@acme.example'), identity('acme.example')])?.name,
    ).toBe('acme.example')
  })
})
