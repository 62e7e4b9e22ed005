import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listActivity } from '@/lib/audit/list-activity'
import { addDomain } from '@/lib/domains/add-domain'
import { listDomains } from '@/lib/domains/list-domains'
import { showDomain } from '@/lib/domains/show-domain'
import { askerByBearer, callerFor } from '@/lib/faces/callers'
import { call } from '@/lib/faces/testing/things'
import { grantByToken } from '@/lib/inboxes/grants/find-token'
import { listGrants } from '@/lib/inboxes/grants/list-grants'
import { mintToken } from '@/lib/inboxes/grants/mint-token'
import { listInboxes } from '@/lib/inboxes/list-inboxes'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { showInbox } from '@/lib/inboxes/show-inbox'
import type { Caller } from '@/lib/kernel/caller'
import { DAY, MINUTE } from '@/lib/kernel/clock'
import { hashSecret } from '@/lib/kernel/ids'
import { mint } from '@/lib/kernel/mint'
import type { Permission } from '@/lib/kernel/permissions'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { listMessages } from '@/lib/messages/read/list-messages'
import { operations } from '@/lib/operations'
import { searchTenants } from '@/lib/tenants/search-tenants'
import { escapeIdentifier, withClient } from '@/prisma/sql'
import { createKey } from './create-key'
import { createPlatformKey } from './create-platform-key'
import { endOldSecret } from './end-old-secret'
import { listKeys } from './list-keys'
import { listPlatformKeys } from './list-platform-keys'
import { keyBySecret } from './platform'
import { revokeKey } from './revoke-key'
import { revokePlatformKey } from './revoke-platform-key'
import { rotateKey } from './rotate-key'
import { rotatePlatformKey } from './rotate-platform-key'
import { showKey } from './show-key'

let product: TestProduct
let mine: { id: string; other: string }
let neighbours: string
beforeAll(async () => {
  product = await startTestProduct()
  const [one, two, theirs] = await Promise.all([
    addDomain(product.a.owner, { name: 'one.ledger.dev' }),
    addDomain(product.a.owner, { name: 'two.ledger.dev' }),
    addDomain(product.b.owner, { name: 'books.harbor.dev' }),
  ])
  mine = { id: one.id, other: two.id }
  neighbours = theirs.id
})
afterAll(() => product.stop())

const reading = { name: 'reporter', scopes: ['domains.read'] }
const opens = async (secret: string | null) => (await keyBySecret(secret!, null, '192.0.2.7')) !== null

/** The caller that a request with this secret becomes. */
async function callerWith(
  secret: string | null,
  permission: Permission,
  tenant: string | null = null,
): Promise<Caller> {
  const how = { door: 'api', requestId: crypto.randomUUID(), address: '192.0.2.7' } as const
  return callerFor(await askerByBearer(secret!, tenant, how.address), permission, tenant, how)
}

/** Every table in which the text stands: what somebody who stole a dump could search. */
const inDump = (text: string) =>
  withClient(product.database.superUrl, async (c) => {
    const { rows } = await c.query<{ schema: string; name: string }>(
      `select table_schema as schema, table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const found: string[] = []
    for (const { schema, name } of rows) {
      const table = `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`
      const { rowCount } = await c.query(`select from ${table} t where strpos(t::text, $1) > 0`, [text])
      if (rowCount) found.push(name)
    }
    return found
  })

const asSuper = (sql: string, values: unknown[]) =>
  withClient(product.database.superUrl, (c) => c.query(sql, values))

describe('a new key', () => {
  it('opens its tenant with its secret, which is kept nowhere', async () => {
    const key = await createKey(product.a.owner, reading)
    expect(key).toMatchObject({
      ...reading,
      ...{ state: 'live', domain: null, expiresAt: null, revokedAt: null, lastUsedAt: null },
      ...{ createdBy: 'Mnexa, Inc. owner', secrets: [{ hint: key.secret!.slice(0, 8), expiresAt: null }] },
    })
    expect(key.secret).toMatch(/^lhk_[\w-]{43}$/)
    expect(await inDump(key.secret!)).toEqual([])
    expect(await inDump(hashSecret(key.secret!))).toEqual(['KeySecret'])

    const caller = await callerWith(key.secret, 'domains.read')
    expect((await listDomains(caller, {})).items).toHaveLength(2)
    expect(await showKey(product.a.member, { id: key.id })).toMatchObject({ lastUsedFrom: '192.0.2.7' })
    expect(await opens(hashSecret(key.secret!))).toBe(false)
    expect(await opens(`${key.secret}x`)).toBe(false)
  })

  it('does what its scopes say and no more', async () => {
    const { secret } = await createKey(product.a.owner, reading)
    const caller = await callerWith(secret, 'domains.read')
    expect(await showDomain(caller, { id: mine.id })).toMatchObject({ name: 'one.ledger.dev' })
    expect(await refusedWith(addDomain(caller, { name: 'three.ledger.dev' }))).toBe('scope_missing')
    expect(await refusedWith(createKey(caller, reading))).toBe('forbidden')
    expect(await refusedWith(listKeys(caller, {}))).toBe('forbidden')
  })

  it('bound to a domain, touches that one and nothing else', async () => {
    const { secret, domain } = await createKey(product.a.owner, { ...reading, domainId: mine.id })
    expect(domain).toEqual({ id: mine.id, name: 'one.ledger.dev' })
    const caller = await callerWith(secret, 'domains.read')
    expect(await showDomain(caller, { id: mine.id })).toMatchObject({ name: 'one.ledger.dev' })
    expect(await refusedWith(showDomain(caller, { id: mine.other }))).toBe('key_bound')
    expect(await refusedWith(listDomains(caller, {}))).toBe('key_bound')
  })

  it('bound to an inbox, touches that one and nothing else, and opens none', async () => {
    const [inbox, other] = [
      await openInbox(product.a.owner, { localPart: 'bound' }),
      await openInbox(product.a.owner, { localPart: 'beside' }),
    ]
    const scopes = ['inboxes.read', 'inboxes.open', 'grants.read', 'grants.mint', 'domains.read']
    const key = await createKey(product.a.owner, { name: 'one inbox', scopes, inboxId: inbox.id })
    expect(key).toMatchObject({ inbox: { id: inbox.id, address: inbox.address }, domain: null })
    const caller = await callerWith(key.secret, 'inboxes.read')
    expect((await listInboxes(caller, {})).items.map(({ id }) => id)).toEqual([inbox.id])
    expect((await listGrants(caller, {})).items.map(({ id }) => id)).toEqual([inbox.grantId])
    expect(await mintToken(caller, { id: inbox.grantId, agentSession: 'x' })).toMatchObject({
      inboxId: inbox.id,
    })
    expect(await refusedWith(mintToken(caller, { id: other.grantId, agentSession: 'x' }))).toBe('not_found')
    expect(await refusedWith(showInbox(caller, { id: other.id }))).toBe('key_bound')
    expect(await refusedWith(openInbox(caller, { localPart: 'third' }))).toBe('key_bound')
    expect(await refusedWith(showDomain(caller, { id: mine.id }))).toBe('key_bound')
    const both = { ...reading, domainId: mine.id, inboxId: inbox.id }
    expect(await refusedWith(createKey(product.a.owner, both))).toBe('invalid_input')
    expect(await refusedWith(createKey(product.b.owner, { ...reading, inboxId: inbox.id }))).toBe('not_found')
  })

  it('is never bound to a domain of a neighbour', async () => {
    const bind = (domainId: string) => createKey(product.a.owner, { ...reading, domainId })
    expect(await refusedWith(bind(neighbours))).toBe('not_found')
    expect(await refusedWith(bind('no id'))).toBe('not_found')
    expect(await bind(mine.other)).toMatchObject({ domain: { name: 'two.ledger.dev' } })
  })

  it.each([
    [{ name: '' }, 'invalid_input'],
    [{ name: 'two\nlines' }, 'invalid_input'],
    [{ name: 'nothing \0 more' }, 'invalid_input'],
    [{ name: 'n'.repeat(81) }, 'invalid_input'],
    [{ scopes: [] }, 'invalid_input'],
    [{ scopes: ['domains.read', 'domains.read'] }, 'invalid_input'],
    [{ scopes: ['domains.everything'] }, 'scope_unknown'],
    [{ scopes: ['keys.manage'] }, 'scope_unknown'],
    [{ scopes: ['tenants.create'] }, 'scope_unknown'],
    [{ scopes: ['toString'] }, 'scope_unknown'],
    [{ expiresInDays: 0 }, 'invalid_input'],
    [{ expiresInDays: 366 }, 'invalid_input'],
  ])('with %j is refused with %s', async (wrong, code) =>
    expect(await refusedWith(createKey(product.a.owner, { ...reading, ...wrong }))).toBe(code),
  )

  it('is made and changed by owners only, and seen by members', async () => {
    const { id } = await createKey(product.a.owner, reading)
    const { member } = product.a
    expect(await refusedWith(createKey(member, reading))).toBe('forbidden')
    expect(await refusedWith(rotateKey(member, { id }))).toBe('forbidden')
    expect(await refusedWith(revokeKey(member, { id }))).toBe('forbidden')
    expect(await refusedWith(endOldSecret(member, { id }))).toBe('forbidden')
    expect(await refusedWith(createPlatformKey(product.a.owner, reading))).toBe('forbidden')
    expect(await refusedWith(listPlatformKeys(product.support, {}))).toBe('forbidden')
    expect(await showKey(member, { id })).toMatchObject({ id, name: 'reporter' })
    expect((await listKeys(member, {})).items.map((key) => key.id)).toContain(id)
  })
})

describe('the end of a key', () => {
  it('a revoked key opens nothing from the next call on, and stays in the list as revoked', async () => {
    const { id, secret } = await createKey(product.a.owner, reading)
    expect(await opens(secret)).toBe(true)
    expect(await revokeKey(product.a.owner, { id })).toMatchObject({ state: 'revoked', secrets: [] })
    expect(await opens(secret)).toBe(false)
    expect(await refusedWith(callerWith(secret, 'domains.read'))).toBe('not_signed_in')
    const again = await revokeKey(product.a.owner, { id })
    expect(again.revokedAt).toBe((await showKey(product.a.owner, { id })).revokedAt)
    expect(await refusedWith(rotateKey(product.a.owner, { id }))).toBe('key_revoked')
  })

  it.each(['revoked', 'expired'])(
    'the tokens that it minted open nothing from the moment it is %s',
    async (end) => {
      const { owner } = product.a
      const { id: inboxId, grantId: grant } = await openInbox(owner, { localPart: `minted-${end}` })
      const [leaked, other] = await Promise.all(
        ['leaked', 'other'].map((name) =>
          createKey(owner, { name, scopes: ['grants.mint', 'messages.read'] }),
        ),
      )
      const mintBy = async (caller: Caller) =>
        (await mintToken(caller, { id: grant, agentSession: 'run 1' })).token!
      const token = await mintBy(await callerWith(leaked!.secret, 'grants.mint'))
      const others = [await mintBy(await callerWith(other!.secret, 'grants.mint')), await mintBy(owner)]
      const isOpen = async (one: string) => (await grantByToken(one)) !== null
      expect(await isOpen(token)).toBe(true)
      if (end === 'revoked') await revokeKey(owner, { id: leaked!.id })
      else await asSuper(`update "ApiKey" set "expiresAt" = now() where id = $1`, [leaked!.id])
      expect(await Promise.all([token, ...others].map(isOpen))).toEqual([false, true, true])
      if (end === 'revoked')
        expect((await listGrants(owner, { inboxId })).items).toMatchObject([{ id: grant, tokens: 2 }])
    },
  )

  it('a mint and the end of its key at the same time leave no token that opens', async () => {
    const { owner } = product.a
    const { grantId: id } = await openInbox(owner, { localPart: 'minted-meanwhile' })
    for (let n = 0; n < 5; n++) {
      const key = await createKey(owner, { name: 'leaked', scopes: ['grants.mint', 'messages.read'] })
      const caller = await callerWith(key.secret, 'grants.mint')
      const minting = Promise.allSettled(
        Array.from({ length: 4 }, () => mintToken(caller, { id, agentSession: 'run 1' })),
      )
      await revokeKey(owner, { id: key.id })
      for (const one of await minting)
        if (one.status === 'fulfilled') expect(await grantByToken(one.value.token!)).toBeNull()
    }
  })

  it('an expired key opens nothing, and cannot be rotated back to life', async () => {
    const { id, secret, expiresAt } = await createKey(product.a.owner, { ...reading, expiresInDays: 30 })
    expect(Math.abs(Date.parse(expiresAt!) - Date.now() - 30 * DAY)).toBeLessThan(MINUTE)
    expect(await opens(secret)).toBe(true)
    await asSuper(`update "ApiKey" set "expiresAt" = now() where id = $1`, [id])
    expect(await opens(secret)).toBe(false)
    expect(await showKey(product.a.owner, { id })).toMatchObject({ state: 'expired', secrets: [] })
    expect(await refusedWith(rotateKey(product.a.owner, { id }))).toBe('key_revoked')
  })
})

describe('a rotation', () => {
  it('leaves the old secret its overlap, then only the new one opens', async () => {
    const old = await createKey(product.a.owner, reading)
    const { id } = old
    const next = await rotateKey(product.a.owner, { id, overlapHours: 48 })
    expect(next.secrets).toMatchObject([
      { hint: next.secret!.slice(0, 8), expiresAt: null },
      { hint: old.secret!.slice(0, 8) },
    ])
    expect(Math.abs(Date.parse(next.secrets[1]!.expiresAt!) - Date.now() - 2 * DAY)).toBeLessThan(MINUTE)
    expect([await opens(old.secret), await opens(next.secret)]).toEqual([true, true])
    await asSuper(`update "KeySecret" set "expiresAt" = now() where hash = $1`, [hashSecret(old.secret!)])
    expect([await opens(old.secret), await opens(next.secret)]).toEqual([false, true])
  })

  it('without overlap ends the old secret with it, also during another rotation', async () => {
    const { owner } = product.a
    const first = await createKey(owner, reading)
    const { id } = first
    const second = await rotateKey(owner, { id })
    const third = await rotateKey(owner, { id, overlapHours: 0 })
    expect(await Promise.all([first, second, third].map((key) => opens(key.secret)))).toEqual([
      false,
      false,
      true,
    ])
  })

  it('can be ended early', async () => {
    const { owner } = product.a
    const old = await createKey(owner, reading)
    const { id } = old
    const next = await rotateKey(owner, { id })
    expect(await refusedWith(rotateKey(owner, { id }))).toBe('key_rotating')
    expect((await endOldSecret(owner, { id })).secrets).toMatchObject([{ hint: next.secret!.slice(0, 8) }])
    expect([await opens(old.secret), await opens(next.secret)]).toEqual([false, true])
    expect((await endOldSecret(owner, { id })).secrets).toHaveLength(1)
    expect(await rotateKey(owner, { id })).toMatchObject({ state: 'live' })
  })

  it('two at once: one comes, the other hears that it is under way', async () => {
    const { owner } = product.a
    const { id } = await createKey(owner, reading)
    const both = await Promise.allSettled([rotateKey(owner, { id }), rotateKey(owner, { id })])
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'key_rotating' })
    expect((await showKey(owner, { id })).secrets).toHaveLength(2)
  })
})

it("a neighbour's key is not found, whatever is asked of it", async () => {
  const { id, secret } = await createKey(product.a.owner, reading)
  const { owner } = product.b
  for (const act of [showKey, rotateKey, revokeKey, endOldSecret])
    expect(await refusedWith(act(owner, { id }))).toBe('not_found')
  for (const act of [rotatePlatformKey, revokePlatformKey])
    expect(await refusedWith(act(product.admin, { id }))).toBe('not_found')
  expect((await listKeys(owner, {})).items).toEqual([])
  expect(await opens(secret)).toBe(true)
  expect(await refusedWith(callerWith(secret, 'domains.read', 'harbor'))).toBe('not_found')
  expect(await callerWith(secret, 'domains.read', 'mnexa')).toMatchObject({ kind: 'key' })
})

it('fifty keys that are live are the most, also for requests at the same time', async () => {
  const { owner } = await product.newCustomer('keen')
  const first = await createKey(owner, reading)
  await asSuper(
    `insert into "ApiKey" ("tenantId", name, scopes, "createdBy") select $1, 'filler', '{domains.read}', 'test' from generate_series(1, 47)`,
    [owner.tenantId],
  )
  const three = await Promise.allSettled([1, 2, 3].map(() => createKey(owner, reading)))
  expect(three.filter((one) => one.status === 'fulfilled')).toHaveLength(2)
  expect(await refusedWith(createKey(owner, reading))).toBe('key_limit')
  await revokeKey(owner, { id: first.id })
  expect(await createKey(owner, reading)).toMatchObject({ state: 'live' })
})

it('the list comes page by page and is searched by name', async () => {
  const { owner } = await product.newCustomer('orderly')
  for (const name of ['Deploy script', 'Reporter', 'Agent_1']) await createKey(owner, { ...reading, name })
  const names = async (filter: Parameters<typeof listKeys>[1]) => {
    const page = await listKeys(owner, filter)
    return { names: page.items.map((key) => key.name), cursor: page.nextCursor }
  }
  const first = await names({ limit: 2 })
  expect(first.names).toEqual(['Agent_1', 'Reporter'])
  expect(await names({ cursor: first.cursor! })).toEqual({ names: ['Deploy script'], cursor: null })
  expect((await names({ search: 'REPORT' })).names).toEqual(['Reporter'])
  expect((await names({ search: '_' })).names).toEqual(['Agent_1'])
})

it('all of it is on the record, and what staff looks at', async () => {
  const { owner, tenant } = await product.newCustomer('noted')
  const { id } = await createKey(owner, reading)
  const access = { id: crypto.randomUUID(), reason: 'They asked why a call was refused.' }
  const sam = { userId: product.support.userId, email: product.support.email, name: 'Sam Ortiz' }
  const visitor = mint.visitor('support', tenant, sam, access)
  await rotateKey(owner, { id })
  await endOldSecret(owner, { id })
  await showKey(visitor, { id })
  await listKeys(visitor, {})
  await listKeys(visitor, {})
  await revokeKey(owner, { id })
  const { items } = await listActivity(owner, {})
  expect(items.map((event) => event.text).reverse()).toEqual([
    'noted owner created the API key reporter',
    'noted owner gave a new secret to the API key reporter',
    'noted owner ended the older secret of the API key reporter',
    'Sam Ortiz looked at reporter',
    'Sam Ortiz looked at the API keys',
    'noted owner revoked the API key reporter',
  ])
})

describe('a key of the platform', () => {
  const finding = { name: 'provisioner', scopes: ['tenants.search', 'domains.read'] }

  it('acts across tenants, and in one when the call names it', async () => {
    const { admin } = product
    const key = await createPlatformKey(admin, finding)
    expect(key.secret).toMatch(/^lhp_[\w-]{43}$/)
    expect(await inDump(key.secret!)).toEqual([])
    const across = await callerWith(key.secret, 'tenants.search')
    expect((await searchTenants(across, { search: 'harbor' })).items).toHaveLength(1)
    const inside = await callerWith(key.secret, 'domains.read', 'harbor')
    expect((await listDomains(inside, {})).items.map((d) => d.name)).toEqual(['books.harbor.dev'])
    expect(await refusedWith(callerWith(key.secret, 'domains.read'))).toBe('tenant_required')
    expect(await refusedWith(callerWith(key.secret, 'domains.read', 'nobody'))).toBe('not_found')
  })

  it('gives a program the mail of an inbox, on the record, and opens no mail itself', async () => {
    const { owner, tenant } = product.b
    const { grantId } = await openInbox(owner, { localPart: 'read-by-grant' })
    const scopes = ['grants.mint', 'messages.read', 'messages.file']
    const { secret } = await createPlatformKey(product.admin, { name: 'gives', scopes })
    const inside = await callerWith(secret, 'messages.read', tenant.slug)
    const ofMail = operations.filter(({ spec }) => scopes.slice(1).includes(spec.permission))
    expect(ofMail.length).toBeGreaterThan(5)
    for (const { spec } of ofMail)
      expect(await refusedWith(call(spec.name, inside, {})), spec.name).toBe('forbidden')
    const { token } = await mintToken(inside, {
      id: grantId,
      agentSession: 'run 1',
      scopes: ['messages.read'],
    })
    const reader = await callerWith(token, 'messages.read')
    expect((await listMessages(reader, {})).items).toEqual([])
    const { items } = await listActivity(owner, {})
    expect(items).toContainEqual(expect.objectContaining({ action: 'grant.token_minted' }))
  })

  it("a tenant's own key does not act across tenants", async () => {
    const { secret } = await createKey(product.a.owner, reading)
    expect(await refusedWith(callerWith(secret, 'tenants.search'))).toBe('forbidden')
  })

  it('is rotated, listed and revoked by admins, and is none of the keys of the tenant it lies in', async () => {
    const { admin, platform } = product
    const { id, secret } = await createPlatformKey(admin, { ...finding, name: 'nightly' })
    const next = await rotatePlatformKey(admin, { id, overlapHours: 0 })
    expect([await opens(secret), await opens(next.secret)]).toEqual([false, true])
    expect((await listPlatformKeys(admin, { search: 'nightly' })).items).toMatchObject([
      { id, state: 'live' },
    ])
    expect((await listKeys(platform.owner, {})).items).toEqual([])
    expect(await refusedWith(revokeKey(platform.owner, { id }))).toBe('not_found')
    expect(await revokePlatformKey(admin, { id })).toMatchObject({ state: 'revoked' })
    expect(await opens(next.secret)).toBe(false)
    const { items } = await listActivity(platform.owner, {})
    expect(items.map((event) => event.text)).toContain('Ines Keller revoked the platform key nightly')
  })
})
