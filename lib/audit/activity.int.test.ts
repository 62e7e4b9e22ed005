import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '@/lib/kernel/caller'
import { asTenant } from '@/lib/kernel/db/tenant'
import { mint } from '@/lib/kernel/mint'
import { scopesFor } from '@/lib/kernel/permissions'
import { refusedWith } from '@/lib/local/testing/refusal'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { withClient } from '@/prisma/sql'
import { exportActivity } from './exports/export-activity'
import { exportAll } from './exports/export-all'
import { listActivity } from './list-activity'
import { searchEvents } from './oversight/search-events'
import { recordAct, type Act, type Actor } from './record-act'
import { sealTrails } from './sealing/platform'
import { showEvent } from './show-event'
import { verifyTrail } from './verify-trail'

const SECRET = 'ada.lovelace@personal.example'
let product: TestProduct
let key: Actor
let visitor: ReturnType<typeof mint.visitor>
const sql = (text: string, values: unknown[] = []) =>
  withClient(
    product.database.superUrl,
    async (c) => (await c.query<Record<string, string>>(text, values)).rows,
  )

const act = (caller: Actor & { tenantId: string }, action: string, label: string, more: Partial<Act> = {}) =>
  asTenant(caller as Customer['owner'], (tx) =>
    recordAct(tx, caller, {
      ...{ tenantId: caller.tenantId, action, subject: { type: 'domain', id: null, label } },
      ...more,
    }),
  )
const textsOf = async (caller: Caller, input: Parameters<typeof listActivity>[1] = {}) =>
  (await listActivity(caller, input)).items.map((event) => event.text)

beforeAll(async () => {
  product = await startTestProduct()
  const { a, b } = product
  key = mint.key(
    a.tenant,
    {
      keyId: crypto.randomUUID(),
      name: 'deploy',
      scopes: scopesFor('key'),
      isPlatform: false,
      domainId: null,
      inboxId: null,
    },
    { door: 'api', address: '192.0.2.44' },
  )
  const [access] = await sql(
    `insert into "SupportAccess" ("tenantId", "userId", "userName", reason, "expiresAt")
     values ($1, $2, 'Sam Ortiz', 'ticket 17', now() + interval '1 hour') returning id`,
    [a.tenant.id, product.support.userId],
  )
  const { userId, email, name } = product.support
  visitor = mint.visitor(
    'support',
    a.tenant,
    { userId, email, name },
    { id: access!.id!, reason: 'ticket 17' },
  )
  await act(a.owner, 'domain.added', 'mnexa.ai', {
    before: { name: null },
    after: { name: 'mnexa.ai', for: SECRET },
  })
  await act(a.member, 'domain.checked', 'mnexa.ai')
  await act(key, 'domain.added', '100%_sure.dev')
  await act(a.owner, 'domain.deleting', 'old.dev', { result: 'refused' })
  await act(b.owner, 'domain.added', 'harbor.dev')
})
afterAll(() => product.stop())

describe('the activity of an organisation', () => {
  it('tells newest first who did what, through which door', async () => {
    const { items } = await listActivity(product.a.owner, {})
    expect(items.map((e) => e.text)).toEqual([
      'Mnexa, Inc. owner deleted the domain old.dev',
      'deploy added the domain 100%_sure.dev',
      'Mnexa, Inc. member asked for a check of mnexa.ai',
      'Mnexa, Inc. owner added the domain mnexa.ai',
    ])
    expect(items[1]).toMatchObject({ actorKind: 'key', door: 'api', credentialKind: 'key', result: 'done' })
    expect(JSON.stringify(items)).not.toContain('192.0.2.44')
  })

  it.each([
    ['search', { search: 'MEMBER' }, ['checked']],
    ['the subject', { search: '100%_' }, ['100%_sure']],
    ['no wildcard', { search: 'm%a' }, []],
    ['an action', { action: 'domain.added' }, ['100%_sure', 'mnexa.ai']],
    ['a noun', { action: 'domain' }, ['old', '100%', 'check', 'added']],
    ['a noun that is a part of another', { action: 'dom' }, []],
    ['who', { actorKind: 'key' }, ['deploy']],
    ['the door', { door: 'api' }, ['deploy']],
    ['the result', { result: 'refused' }, ['old.dev']],
    ['from the past', { from: '2026-01-01' }, ['old', '100%', 'check', 'added']],
    ['until the past', { to: '2026-01-01' }, []],
    ['two of them', { action: 'domain.added', actorKind: 'owner' }, ['added the domain mnexa.ai']],
  ] as const)('is filtered by %s', async (_, filter, parts) => {
    const texts = await textsOf(product.a.owner, filter)
    expect(texts).toHaveLength(parts.length)
    parts.forEach((part, at) => expect(texts[at]).toContain(part.replace('checked', 'asked for a check')))
  })

  it('keeps its filter from page to page', async () => {
    const filter = { action: 'domain.added', limit: 1 }
    const first = await listActivity(product.a.owner, filter)
    const second = await listActivity(product.a.owner, { ...filter, cursor: first.nextCursor! })
    expect([first, second].map((p) => p.items.map((e) => e.subject))).toEqual([
      ['100%_sure.dev'],
      ['mnexa.ai'],
    ])
    expect(second.nextCursor).toBeNull()
  })

  it.each([{ from: 'yesterday' }, { door: 'window' }, { action: "' or true" }])('refuses %j', async (input) =>
    expect(await refusedWith(listActivity(product.a.owner, input as object))).toBe('invalid_input'),
  )
})

describe('one event', () => {
  const idOf = async (subject: string) =>
    (await listActivity(product.a.owner, { search: subject })).items.at(-1)!.id

  it('opens for an owner with what was so before and after, and is in no dump in clear', async () => {
    const event = await showEvent(product.a.owner, { id: await idOf('mnexa.ai') })
    expect(event).toMatchObject({
      before: { name: null },
      after: { name: 'mnexa.ai', for: SECRET },
      unreadable: false,
    })
    const [{ dump }] = (await sql(`select string_agg(e::text, ' ') as dump from "AuditEvent" e`)) as [
      { dump: string },
    ]
    expect(dump).toContain('mnexa.ai')
    for (const encoding of ['utf8', 'hex', 'base64'] as const)
      expect(dump).not.toContain(Buffer.from(SECRET).toString(encoding))
  })

  it('is refused to a member and a key, and not there for a neighbour', async () => {
    const id = await idOf('mnexa.ai')
    expect(await refusedWith(showEvent(product.a.member, { id }))).toBe('forbidden')
    expect(await refusedWith(showEvent(key, { id }))).toBe('forbidden')
    expect(await refusedWith(showEvent(product.b.owner, { id }))).toBe('not_found')
    expect(await refusedWith(showEvent(product.a.owner, { id: 'rubbish' }))).toBe('not_found')
  })

  it('that was tampered with says so, and the rest of it is still shown', async () => {
    await act(product.b.owner, 'domain.added', 'tampered.dev', { after: { name: 'x' } })
    const [event] = (await listActivity(product.b.owner, { search: 'tampered' })).items
    await sql(`update "AuditEvent" set change = set_byte(change, 40, 0) where id = $1`, [event!.id])
    expect(await showEvent(product.b.owner, { id: event!.id })).toMatchObject({
      after: null,
      unreadable: true,
    })
  })

  it('names the seal that vouches for it', async () => {
    const id = await idOf('mnexa.ai')
    for (let seal = null; seal === null;) {
      await sealTrails()
      seal = (await showEvent(product.a.owner, { id })).seal
    }
    expect((await showEvent(product.a.owner, { id })).seal).toBe(1)
  })
})

it('what staff looks at stands in the trail, once an access, with the reason', async () => {
  const [event] = (await listActivity(visitor, {})).items
  await listActivity(visitor, {})
  await verifyTrail(visitor, {})
  await showEvent(visitor, { id: event!.id })
  const { items } = await listActivity(product.a.owner, { actorKind: 'support' })
  expect(items.map((e) => e.action)).toEqual(['audit.detail_read', 'audit.verified', 'audit.read'])
  for (const look of items) expect(look).toMatchObject({ reason: 'ticket 17', credentialKind: 'access' })
})

async function all(rows: AsyncIterable<Record<string, unknown>>) {
  const found = []
  for await (const row of rows) found.push(row)
  return found
}

describe('an export', () => {
  it('holds every row of the filter, nothing of a neighbour, and is itself recorded first', async () => {
    const { rows } = await exportActivity(product.a.owner, { action: 'domain' })
    const [exported] = (await listActivity(product.a.owner, {})).items
    expect(exported).toMatchObject({ action: 'audit.exported', subject: 'Mnexa, Inc.' })
    const found = await all(rows)
    expect(found.map((r) => r.subject)).toEqual(['old.dev', '100%_sure.dev', 'mnexa.ai', 'mnexa.ai'])
    expect(found[1]).toMatchObject({ actor: 'deploy', door: 'api', address: '192.0.2.44' })
    expect(JSON.stringify(found)).not.toMatch(/harbor|change|before/i)
    expect(await refusedWith(exportActivity(product.a.member, {}))).toBe('forbidden')
    expect(await refusedWith(exportActivity(visitor, {}))).toBe('forbidden')
  })

  it('goes on over page borders, each row once', async () => {
    const { tenant, owner } = await product.newCustomer('many')
    await sql(
      `insert into "AuditEvent" ("tenantId", "actorKind", "actorLabel", door, action, "subjectType", subject, "requestId", at)
       select $1, 'owner', 'Ada', 'web', 'domain.added', 'domain', n::text, 'r', now() - make_interval(mins => n / 3)
         from generate_series(1, 1203) n`,
      [tenant.id],
    )
    const { rows } = await exportActivity(owner, { action: 'domain.added' })
    const subjects = (await all(rows)).map((r) => r.subject)
    expect(new Set(subjects).size).toBe(1203)
    expect(subjects).toHaveLength(1203)
  })

  it('of all organisations names whose each row is, and is recorded with the platform', async () => {
    const { rows } = await exportAll(product.admin, { action: 'domain.added', search: '.dev' })
    expect((await all(rows)).map((r) => [r.tenant, r.subject])).toEqual(
      expect.arrayContaining([
        ['harbor', 'harbor.dev'],
        ['mnexa', '100%_sure.dev'],
      ]),
    )
    const [exported] = (await listActivity(product.platform.owner, { action: 'audit.exported' })).items
    expect(exported).toMatchObject({ subject: 'all organisations', actorKind: 'admin' })
    expect(await refusedWith(exportAll(product.admin, { tenant: 'nobody' }))).toBe('not_found')
    expect(await refusedWith(exportAll(product.support, {}))).toBe('forbidden')
  })
})

describe('the search of admins', () => {
  it('finds across organisations, and within one', async () => {
    const found = await searchEvents(product.admin, { action: 'domain.added', limit: 100, search: '.dev' })
    expect(new Set(found.items.map((e) => e.tenant.slug))).toEqual(new Set(['mnexa', 'harbor']))
    const one = await searchEvents(product.admin, { tenant: 'harbor', search: 'harbor.dev' })
    expect(one.items).toMatchObject([
      { subject: 'harbor.dev', tenant: { slug: 'harbor', name: 'Harbor Books', environment: 'production' } },
    ])
    const looks = await searchEvents(product.admin, { actorKind: 'support' })
    expect(looks.items[0]).toMatchObject({ reason: 'ticket 17' })
    expect(await refusedWith(searchEvents(product.support, {}))).toBe('forbidden')
    expect(await refusedWith(searchEvents(product.admin, { tenant: 'nobody' }))).toBe('not_found')
  })

  it('goes back 30 days, and further when told', async () => {
    const { tenant } = await product.newCustomer('long-ago')
    await sql(
      `insert into "AuditEvent" ("tenantId", "actorKind", "actorLabel", door, action, "subjectType", subject, "requestId", at)
       values ($1, 'owner', 'Ada', 'web', 'domain.added', 'domain', 'ago.dev', 'r', now() - interval '31 days')`,
      [tenant.id],
    )
    const of = async (more: object) =>
      (await searchEvents(product.admin, { tenant: 'long-ago', ...more })).items
    expect(await of({})).toEqual([])
    expect(await of({ from: '2020-01-01' })).toHaveLength(1)
  })
})
