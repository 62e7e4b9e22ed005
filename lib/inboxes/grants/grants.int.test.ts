import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '@/lib/accounts/testing/open-session'
import { report } from '@/lib/audit/reports/report'
import { showEvent } from '@/lib/audit/show-event'
import { run as runCli } from '@/lib/faces/cli/main'
import { handleRest } from '@/lib/faces/rest/handle'
import { hashSecret } from '@/lib/kernel/ids'
import { mint } from '@/lib/kernel/mint'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { reactivateTenant } from '@/lib/tenants/governing/reactivate-tenant'
import { suspendTenant } from '@/lib/tenants/governing/suspend-tenant'
import { newTenant } from '@/lib/tenants/testing/new-tenant'
import { closeInbox } from '../close-inbox'
import { openInbox } from '../open-inbox'
import { resumeInbox } from '../resume-inbox'
import { suspendInbox } from '../suspend-inbox'
import type { OpenedInbox } from '../view'
import { createGrant } from './create-grant'
import { grantByToken } from './find-token'
import { listGrants } from './list-grants'
import { mintToken } from './mint-token'
import { tidyTokens } from './platform'
import { renewGrant } from './renew-grant'
import { resumeGrant } from './resume-grant'
import { revokeGrant } from './revoke-grant'
import { showGrant } from './show-grant'
import { suspendGrant } from './suspend-grant'

let product: TestProduct
const sql = <R extends object>(text: string, values: unknown[] = []) => product.database.ask<R>(text, values)
let made = 0
const open = (who: Customer): Promise<OpenedInbox> => openInbox(who.owner, { localPart: `box-${++made}` })
const tokenOf = async (who: Customer, grantId: string, more: object = {}): Promise<string> =>
  (await mintToken(who.owner, { id: grantId, agentSession: 'run 7', ...more })).token!
const isLive = async (token: string) => (await grantByToken(token)) !== null

beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

describe('a token is dead the moment that', () => {
  type Ending = (who: Customer, inbox: OpenedInbox, token: string) => Promise<unknown>
  const endings: Record<string, Ending> = {
    'its grant is suspended': (who, { grantId: id }) => suspendGrant(who.owner, { id }),
    'its grant was suspended and resumed': async (who, { grantId: id }) => {
      await suspendGrant(who.owner, { id })
      await resumeGrant(who.owner, { id })
    },
    'its grant is renewed': (who, { grantId: id }) => renewGrant(who.owner, { id }),
    'its grant is revoked': (who, { grantId: id }) => revokeGrant(who.owner, { id }),
    'its inbox is suspended': (who, { id }) => suspendInbox(who.owner, { id, reason: 'robots' }),
    'its inbox was suspended and resumed': async (who, { id }) => {
      await suspendInbox(who.owner, { id, reason: 'robots' })
      await resumeInbox(who.owner, { id })
    },
    'its inbox is closed': (who, { id }) => closeInbox(who.owner, { id }),
    'its organisation is suspended': (who) =>
      suspendTenant(product.admin, { tenant: who.tenant.slug, reason: 'the bill was not paid' }),
    'its organisation was suspended and reactivated': async (who) => {
      await suspendTenant(product.admin, { tenant: who.tenant.slug, reason: 'the bill was not paid' })
      await reactivateTenant(product.admin, { tenant: who.tenant.slug })
    },
    'it expires': (_, __, token) =>
      sql(`update "GrantToken" set "expiresAt" = now() where hash = $1`, [hashSecret(token)]),
  }
  it.each(Object.entries(endings))('%s, and no other with it', async (name, end) => {
    const who = await newTenant(product, `ending-${++made}`)
    const [inbox, other, neighbour] = [await open(who), await open(who), await open(product.b)]
    const token = await tokenOf(who, inbox.grantId)
    const others = [await tokenOf(product.b, neighbour.grantId)]
    if (!name.includes('organisation')) others.push(await tokenOf(who, other.grantId))
    if (name.includes('grant')) {
      const second = await createGrant(who.owner, { inboxId: inbox.id, name: 'second' })
      others.push(await tokenOf(who, second.id))
    }
    expect(await isLive(token)).toBe(true)
    await end(who, inbox, token)
    expect(await isLive(token)).toBe(false)
    for (const one of others) expect(await isLive(one)).toBe(true)
  })
})

it('a token of a closed inbox never opens the one that is opened at the same address', async () => {
  const first = await openInbox(product.a.owner, { localPart: 'reused' })
  const token = await tokenOf(product.a, first.grantId)
  await closeInbox(product.a.owner, { id: first.id })
  const second = await openInbox(product.a.owner, { localPart: 'reused' })
  expect(second.address).toBe(first.address)
  expect(await isLive(token)).toBe(false)
  expect(await isLive(await tokenOf(product.a, second.grantId))).toBe(true)
  expect(await refusedWith(mintToken(product.a.owner, { id: first.grantId, agentSession: 'x' }))).toBe(
    'inbox_closed',
  )
})

it('a mint and a revocation at the same time leave no token that lives', async () => {
  for (let i = 0; i < 5; i++) {
    const { grantId } = await open(product.a)
    const minting = Promise.allSettled(Array.from({ length: 4 }, () => tokenOf(product.a, grantId)))
    await revokeGrant(product.a.owner, { id: grantId })
    for (const one of await minting)
      if (one.status === 'fulfilled') expect(await isLive(one.value)).toBe(false)
  }
})

it('however many grants were revoked, a suspension touches those alone that stand', async () => {
  const who = await newTenant(product, 'many-revoked')
  const { id, grantId } = await open(who)
  const token = await tokenOf(who, grantId)
  await sql(
    `insert into "Grant" ("tenantId", "inboxId", name, "createdBy", "revokedAt")
       select $1, $2, 'was', 'x', now() from generate_series(1, 50000)`,
    [who.tenant.id, id],
  )
  await sql('analyze "Grant"')
  /** Changes with each of them that is written to. */
  const revoked = () =>
    sql(
      `select md5(string_agg(incarnation::text || xmin, ',' order by id)) from "Grant" where "tenantId" = $1 and "revokedAt" is not null`,
      [who.tenant.id],
    )
  const [before, tenant] = [await revoked(), who.tenant.slug]
  await suspendTenant(product.admin, { tenant, reason: 'the bill was not paid' })
  expect(await isLive(token)).toBe(false)
  await reactivateTenant(product.admin, { tenant })
  expect(await isLive(token)).toBe(false)
  expect(await showGrant(who.owner, { id: grantId })).toMatchObject({ tokens: 0 })
  const again = await tokenOf(who, grantId)
  expect(await isLive(again)).toBe(true)
  await suspendInbox(who.owner, { id, reason: 'robots' })
  expect(await isLive(again)).toBe(false)
  expect(await revoked()).toEqual(before)
  const plan = await sql(
    `explain update "Grant" set incarnation = uuidv7()
      where "tenantId" = '${who.tenant.id}' and "inboxId" = '${id}' and "revokedAt" is null`,
  )
  expect(JSON.stringify(plan)).toContain('Grant_standing')
})

describe('minting', () => {
  it('says the token once, keeps its hash alone, and is on the record without it', async () => {
    const { id, grantId, address } = await open(product.a)
    const minted = await mintToken(product.a.owner, { id: grantId, agentSession: 'run 9', seconds: 60 })
    expect(minted).toMatchObject({
      ...{ grantId, inboxId: id, address, agentSession: 'run 9', scopes: ['inboxes.read', 'messages.read'] },
    })
    expect(Date.parse(minted.expiresAt) - Date.now()).toBeLessThan(61_000)
    const [kept] = await sql<{ hash: string }>(`select * from "GrantToken" where id = $1`, [minted.id])
    expect(JSON.stringify(kept)).not.toContain(minted.token)
    expect(kept!.hash).toBe(hashSecret(minted.token!))
    const [event] = await sql<{ id: string }>(
      `select id from "AuditEvent" where action = 'grant.token_minted' and "subjectId" = $1`,
      [grantId],
    )
    const told = await showEvent(product.a.owner, { id: event!.id })
    expect(told.after).toMatchObject({ tokenId: minted.id, agentSession: 'run 9' })
    expect(JSON.stringify(told)).not.toMatch(/lht_/)
  })

  it('gives the scopes of a grant and no others, for an hour at most', async () => {
    const { grantId: id } = await open(product.a)
    const with_ = (more: object) =>
      refusedWith(mintToken(product.a.owner, { id, agentSession: 'x', ...more }))
    expect(await with_({ scopes: ['domains.read'] })).toBe('scope_unknown')
    expect(await with_({ scopes: [] })).toBe('invalid_input')
    expect(await with_({ seconds: 3_601 })).toBe('invalid_input')
    expect(await with_({ seconds: 59 })).toBe('invalid_input')
    expect(await with_({ agentSession: 'two\nlines' })).toBe('invalid_input')
    expect(await with_({ agentSession: 'run \u202e7' })).toBe('invalid_input')
    expect(
      await mintToken(product.a.owner, { id, agentSession: 'x', scopes: ['messages.file'] }),
    ).toMatchObject({
      scopes: ['messages.file'],
    })
    expect(await refusedWith(mintToken(product.a.member, { id, agentSession: 'x' }))).toBe('forbidden')
    expect(await refusedWith(mintToken(product.b.owner, { id, agentSession: 'x' }))).toBe('not_found')
  })

  it('a key gives no scope that it does not have itself', async () => {
    const { grantId: id } = await open(product.a)
    const mintBy = (scopes: string[], asked?: string[]) => {
      const key = { keyId: id, name: 'deploy', scopes, isPlatform: false, domainId: null, inboxId: null }
      const caller = mint.key(product.a.tenant, key)
      return mintToken(caller, { id, agentSession: 'x', ...(asked && { scopes: asked }) })
    }
    for (const asked of [undefined, ['messages.read'], ['messages.file']])
      expect(await refusedWith(mintBy(['grants.mint'], asked))).toBe('scope_missing')
    const few = ['grants.mint', 'messages.read']
    expect(await mintBy(few)).toMatchObject({ scopes: ['messages.read'] })
    expect(await mintBy(few, ['messages.read'])).toMatchObject({ scopes: ['messages.read'] })
    expect(await refusedWith(mintBy(few, ['messages.read', 'messages.file']))).toBe('scope_missing')
    expect(await refusedWith(mintBy(few, ['domains.read']))).toBe('scope_unknown')
    expect(await mintBy([...few, 'messages.file'], ['messages.file'])).toMatchObject({
      scopes: ['messages.file'],
    })
    expect(await mintToken(product.a.owner, { id, agentSession: 'x' })).toMatchObject({
      scopes: ['inboxes.read', 'messages.read'],
    })
  })

  it('stops at 200 valid tokens of a grant; expired ones make room, and are gone by night', async () => {
    const { grantId: id } = await open(product.a)
    const { id: mine } = await mintToken(product.a.owner, { id, agentSession: 'x' })
    await sql(
      `insert into "GrantToken" ("tenantId", "grantId", incarnation, "tenantIncarnation", hash, scopes, "agentSession", "expiresAt")
         select "tenantId", "grantId", incarnation, "tenantIncarnation", uuidv7()::text, scopes, 'many', now() + interval '1 hour'
           from "GrantToken", generate_series(1, 199) where id = $1`,
      [mine],
    )
    expect(await refusedWith(mintToken(product.a.owner, { id, agentSession: 'x' }))).toBe('token_limit')
    expect(await showGrant(product.a.owner, { id })).toMatchObject({ tokens: 200 })
    await sql(`update "GrantToken" set "expiresAt" = now() where id = $1`, [mine])
    await tokenOf(product.a, id)
    expect(await tidyTokens()).toBeGreaterThan(0)
    expect(await sql(`select id from "GrantToken" where id = $1`, [mine])).toEqual([])
    expect(await showGrant(product.a.owner, { id })).toMatchObject({ tokens: 200 })
  })
})

it('an inbox has fifty grants that stand, and each act on one is told of its inbox', async () => {
  const { id: inboxId, grantId, address } = await open(product.a)
  for (let i = 1; i < 50; i++) await createGrant(product.a.owner, { inboxId, name: `agent ${i}` })
  expect(await refusedWith(createGrant(product.a.owner, { inboxId, name: 'one more' }))).toBe('grant_limit')
  expect(await revokeGrant(product.a.owner, { id: grantId })).toMatchObject({ state: 'revoked' })
  expect(await createGrant(product.a.owner, { inboxId, name: 'one more' })).toMatchObject({
    state: 'live',
    tokens: 0,
  })
  expect(await refusedWith(resumeGrant(product.a.owner, { id: grantId }))).toBe('grant_revoked')
  const { items, nextCursor } = await listGrants(product.a.owner, { inboxId, limit: 10 })
  expect([items.length, items[0]!.name, nextCursor === null]).toEqual([10, 'one more', false])
  const acts = await sql<{ subject: string }>(`select subject from "AuditEvent" where "subjectId" = $1`, [
    grantId,
  ])
  expect(acts).toEqual([{ subject: `first on ${address}` }])
})

describe('at the doors', () => {
  const ask = async (
    token: string,
    path: string,
    more: RequestInit & { tenant?: string; key?: string } = {},
  ) => {
    const response = await handleRest(
      new Request(`http://localhost:3000/api/v1${path}`, {
        ...more,
        headers: {
          authorization: `Bearer ${token}`,
          ...(more.tenant && { 'letterhead-tenant': more.tenant }),
          ...(more.key && { 'idempotency-key': more.key, 'content-type': 'application/json' }),
        },
      }),
    )
    const body = (await response.json()) as {
      error?: { code: string }
      items?: { id: string }[]
      id?: string
    }
    return { status: response.status, body, code: body.error?.code ?? 'ok', headers: response.headers }
  }

  it('a token sees its inbox and no other, naming no tenant or its own', async () => {
    const [mine, other, neighbour] = [await open(product.a), await open(product.a), await open(product.b)]
    const token = await tokenOf(product.a, mine.grantId)
    const { body } = await ask(token, '/inboxes')
    expect(body.items!.map(({ id }) => id)).toEqual([mine.id])
    expect(await ask(token, `/inboxes/${mine.id}`, { tenant: 'mnexa' })).toMatchObject({
      code: 'ok',
      body: { id: mine.id },
    })
    expect((await ask(token, `/inboxes/${mine.id}`, { tenant: 'harbor' })).code).toBe('not_found')
    expect((await ask(token, `/inboxes/${other.id}`)).code).toBe('key_bound')
    expect((await ask(token, `/inboxes/${neighbour.id}`)).code).toBe('key_bound')
    for (const path of ['/domains', '/members', '/grants', '/audit', '/admin/tenants', '/me'])
      expect((await ask(token, path)).code, path).toBe('forbidden')
    expect((await ask(`${token}x`, '/inboxes')).code).toBe('not_signed_in')
  })

  it('holds to its scopes, and is counted for its grant and for its tenant', async () => {
    const { id, grantId } = await open(product.a)
    const token = await tokenOf(product.a, grantId, { scopes: ['messages.read'] })
    expect((await ask(token, `/inboxes/${id}`)).code).toBe('scope_missing')
    const { headers } = await ask(await tokenOf(product.a, grantId), `/inboxes/${id}`)
    expect(headers.get('ratelimit-policy')).toMatch(/^"credential";q=\d+;w=60, "tenant";q=\d+;w=60$/)
  })

  it('an act is done once for a key, by whatever token of the grant; one that may do less is not given its answer', async () => {
    const { grantId } = await open(product.a)
    const mark = async (scopes: string[]) => {
      const body = JSON.stringify({ ids: [product.a.tenant.id], read: true })
      const token = await tokenOf(product.a, grantId, { scopes })
      return ask(token, '/messages/mark', { method: 'POST', body, key: `mark-${grantId}` })
    }
    const [first, again] = [await mark(['messages.file']), await mark(['messages.file'])]
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect([again.status, again.code]).toEqual([first.status, first.code])
    expect((await mark(['messages.read'])).code).toBe('scope_missing')
  })

  it('what is shown once is null when a mint is repeated under one key', async () => {
    const { grantId } = await open(product.a)
    const session = await openSession(product.a.owner.userId, new Date(Date.now() + 60_000), {
      ...{ kind: 'cli' as const, label: 'a terminal' },
    })
    const call = () =>
      ask(session, `/grants/${grantId}/token`, {
        ...{
          method: 'POST',
          body: JSON.stringify({ agentSession: 'x' }),
          tenant: 'mnexa',
          key: 'a-mint-of-mine',
        },
      })
    const [first, again] = [await call(), await call()]
    expect(first.body).toMatchObject({ token: expect.stringMatching(/^lht_/) })
    expect(again.body).toMatchObject({ id: first.body.id, token: null })
  })

  it('the command line works with a token alone, and says what it opens', async () => {
    const { id, grantId, address } = await open(product.a)
    const token = await tokenOf(product.a, grantId)
    const run = async (...argv: string[]) => {
      let out = ''
      const exit = await runCli(argv, {
        stdout: { write: (text: string) => void (out += text) },
        stderr: { write: (text: string) => void (out += text) },
        ...{ stdin: null, isTTY: false },
        env: {
          ...{ LETTERHEAD_URL: 'http://localhost:3000', LETTERHEAD_TOKEN: token },
          XDG_CONFIG_HOME: '/nonexistent',
        },
        fetch: (request: Request) => handleRest(request),
      })
      return { exit, out }
    }
    expect(await run('whoami')).toEqual({
      ...{
        exit: 0,
        out: `Signed in at http://localhost:3000 with a token for ${address}: commands act in it.\n`,
      },
    })
    const { exit, out } = await run('inboxes', 'list', '--json')
    expect([exit, (JSON.parse(out) as { items: { id: string }[] }).items.map((one) => one.id)]).toEqual([
      0,
      [id],
    ])
    await revokeGrant(product.a.owner, { id: grantId })
    expect(await run('inboxes', 'list')).toMatchObject({ exit: 4 })
  })
})

it('the report of a time tells the inboxes and grants that stood then', async () => {
  const who = await newTenant(product, 'reported')
  const [kept, gone] = [await open(who), await open(who)]
  await suspendGrant(who.owner, { id: kept.grantId })
  await sql(`update "History" set at = at - interval '2 days' where "tenantId" = $1`, [who.tenant.id])
  await sql(`update "WorkspaceHistory" set at = at - interval '9 days'`)
  await closeInbox(who.owner, { id: gone.id })
  const at = (days: number) =>
    report(who.owner, { at: new Date(Date.now() - days * 86_400_000).toISOString() })
  const before = await at(1)
  expect(before.inboxes.map(({ address }) => address).toSorted()).toEqual(
    [kept.address, gone.address].toSorted(),
  )
  expect(before.grants).toHaveLength(2)
  const now = await report(who.owner, {})
  expect(now.inboxes).toEqual([
    { id: kept.id, address: kept.address, kind: 'dedicated', suspended: false, protocolAccess: false },
  ])
  expect(now.grants).toEqual([{ id: kept.grantId, inboxId: kept.id, name: 'first', suspended: true }])
})
