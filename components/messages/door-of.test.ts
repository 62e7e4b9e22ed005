import { expect, it } from 'vitest'
import type { MailTrace } from '@/lib/messages/find/view'
import { doorOf } from './door-of'

const tenant = { slug: 'acme', name: 'Acme', kind: 'customer' } as const
const inbox = { id: 'i1', address: 'bob@acme.dev' }
const stored: MailTrace = {
  ...{ kind: 'stored', at: '2026-11-10T08:00:00Z', tenant, inbox, id: 'm1', folder: 'spam' },
  ...{ from: 'ada@x.dev', recipient: 'bob@acme.dev', subject: 'Hello', says: [] },
}

it.each<[string, Partial<MailTrace>, ReturnType<typeof doorOf>]>([
  [
    ...(['a customer’s, with an access', {}] as const),
    { to: 'inbox', slug: 'acme', name: 'Acme', href: '/t/acme/inboxes/i1?folder=spam&message=m1' },
  ],
  [
    'the platform’s own, by its members only',
    { tenant: { ...tenant, kind: 'platform' } },
    { to: 'members', name: 'Acme' },
  ],
  ['stray mail', { kind: 'stray', tenant: null, inbox: null }, { to: 'stray', href: '/admin/stray/m1' }],
  ['stray mail that is for admins', { kind: 'stray', id: null, inbox: null }, null],
  ['what was refused', { kind: 'refused', id: null, inbox: null, folder: null }, null],
])('%s', (_, given, door) => expect(doorOf({ ...stored, ...given })).toEqual(door))
