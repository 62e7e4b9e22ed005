import { describe, expect, it } from 'vitest'
import { nextMoves } from './next-moves'

type Facts = Parameters<typeof nextMoves>[0]
const owner: Facts['invites'][number] = { email: 'o@acme.dev', role: 'owner', state: 'accepted' }
const facts = (more: Partial<Facts>): Facts => ({
  ...{ url: 'https://mail.example/t/acme', suspended: false, domain: null, invites: [owner], steps: [] },
  ...more,
})
const domain = (found: number, state = 'pending') => ({
  id: 'd1',
  name: 'acme.dev',
  state,
  records: 6,
  found,
})
const step = (kind: 'domain' | 'invite' | 'inbox', what: string): Facts['steps'][number] => ({
  ...{ kind, what, state: 'failed', waitsFor: null, problem: 'It is full.', code: 'limit_reached', at: null },
})
const at = 'https://mail.example/t/acme/domains/d1'

describe('whose move is next', () => {
  it.each([
    ['nobody’s', {}, []],
    ['all records', { domain: domain(0) }, [`Publish the 6 DNS records of acme.dev: ${at}`]],
    ['some records', { domain: domain(4) }, [`Publish 2 more DNS records of acme.dev: ${at}`]],
    ['one record', { domain: domain(5) }, [`Publish the last DNS record of acme.dev: ${at}`]],
    ['the mail network’s', { domain: domain(6, 'verifying') }, []],
    ['nobody’s: it is ready, also without its inbound record', { domain: domain(5, 'ready') }, []],
    [
      'the invited person’s',
      { invites: [{ ...owner, state: 'open' as const }] },
      ['o@acme.dev opens the invitation in their mail and accepts it.'],
    ],
    [
      'whoever invites again',
      { invites: [{ ...owner, state: 'expired' as const }] },
      ['Nobody accepted the invitation to o@acme.dev in time: send it again.'],
    ],
    ['an admin’s: no owner', { invites: [] }, ['Nobody owns the organisation: invite its first owner.']],
    [
      'an admin’s: a member is no owner',
      { invites: [{ ...owner, role: 'member' as const }] },
      ['Nobody owns the organisation: invite its first owner.'],
    ],
    [
      'whoever mends what was refused',
      {
        steps: [
          step('domain', 'acme.dev'),
          step('invite', 'a@acme.dev as member'),
          step('inbox', 'agent@acme.dev'),
        ],
      },
      [
        'acme.dev was not added: It is full.',
        'The invitation of a@acme.dev as member was not sent: It is full.',
        'The inbox agent@acme.dev was not opened: It is full.',
      ],
    ],
    [
      'an admin’s: it is suspended',
      { suspended: true, domain: domain(0) },
      ['The organisation is suspended: reactivate it, and what waits goes on by itself.'],
    ],
  ])('%s', (_, more, said) => expect(nextMoves(facts(more))).toEqual(said))
})
