import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDomain } from '@/lib/domains/add-domain'
import { showDomain } from '@/lib/domains/show-domain'
import { askerBySession, inTenant } from '@/lib/faces/callers'
import { startMisses } from '@/lib/faces/start-misses'
import { openSession } from '@/lib/accounts/testing/open-session'
import { SECOND } from '@/lib/kernel/clock'
import { mint } from '@/lib/kernel/mint'
import { settleMisses } from '@/lib/kernel/misses'
import { scopesFor } from '@/lib/kernel/permissions'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { showHealth } from '@/lib/provisioning/health/show-health'
import { withClient } from '@/prisma/sql'
import { listActivity } from '../list-activity'

let product: TestProduct
let theirs: string
const sql = (text: string, values: unknown[] = []) =>
  withClient(
    product.database.superUrl,
    async (c) => (await c.query<Record<string, unknown>>(text, values)).rows,
  )
const attempts = () => sql('select * from "CrossTenantAttempt" order by id')
const notices = () => sql(`select * from "SystemMail" where kind = 'notice'`)
const keyOf = (name: string, domainId: string | null = null) =>
  mint.key(
    product.a.tenant,
    {
      keyId: crypto.randomUUID(),
      name,
      scopes: scopesFor('key'),
      isPlatform: false,
      domainId,
      inboxId: null,
    },
    { door: 'api', address: '192.0.2.9' },
  )

beforeAll(async () => {
  product = await startTestProduct()
  startMisses()
  theirs = (await addDomain(product.b.owner, { name: 'harbor.dev' })).id
})
beforeEach(async () => {
  await settleMisses()
  await sql('delete from "CrossTenantAttempt"')
})
afterAll(async () => {
  await settleMisses()
  await product.stop()
})

async function enter(userId: string, slug: string): Promise<void> {
  const asker = await askerBySession(await openSession(userId, new Date(Date.now() + 60_000)))
  if (asker.kind !== 'person') throw new Error('nobody')
  inTenant(asker, slug, { door: 'web', requestId: crypto.randomUUID(), address: '192.0.2.8' })
}

describe('asking for what is a neighbour’s', () => {
  it('is recorded with who, from where and for what, and answers nothing more than ‘not found’', async () => {
    expect(await refusedWith(showDomain(keyOf('deploy'), { id: theirs }))).toBe('not_found')
    await settleMisses()
    expect(await attempts()).toMatchObject([
      {
        ...{
          actorKind: 'key',
          actorLabel: 'deploy',
          operation: 'domains.show',
          door: 'api',
          targetId: theirs,
        },
        ...{ fromTenantId: product.a.tenant.id, targetTenantId: product.b.tenant.id, address: '192.0.2.9' },
      },
    ])
    const [event] = (await listActivity(product.platform.owner, { action: 'tenant.attempted' })).items
    expect(event).toMatchObject({ actor: 'deploy', result: 'refused' })
    // Neither side's own trail tells: the asker would learn that the thing exists, the neighbour who asked.
    for (const { owner } of [product.a, product.b])
      expect((await listActivity(owner, { action: 'tenant.attempted' })).items).toEqual([])
  })

  it('is recorded also for a key that is bound to a domain and refused for that', async () => {
    const mine = (await addDomain(product.a.owner, { name: 'bound.mnexa.dev' })).id
    const other = (await addDomain(product.a.owner, { name: 'other.mnexa.dev' })).id
    const bound = keyOf('bound', mine)
    for (const id of [theirs, other]) expect(await refusedWith(showDomain(bound, { id }))).toBe('key_bound')
    await settleMisses()
    expect(await attempts()).toMatchObject([{ actorLabel: 'bound', targetId: theirs }])
  })

  it('is told from a mistyped id, and from what was there before', async () => {
    for (const id of [crypto.randomUUID(), 'rubbish', ''])
      expect(await refusedWith(showDomain(product.a.owner, { id }))).toBe('not_found')
    await settleMisses()
    expect(await attempts()).toEqual([])
  })

  it('is recorded for who enters by a name, unless they have a place there', async () => {
    await expect(enter(product.a.owner.userId, 'harbor')).rejects.toThrow()
    await expect(enter(product.a.owner.userId, 'no-such-tenant')).rejects.toThrow()
    await enter(product.a.owner.userId, 'mnexa')
    await settleMisses()
    expect(await attempts()).toMatchObject([
      {
        actorKind: 'person',
        operation: 'tenants.enter',
        fromTenantId: null,
        targetId: 'harbor',
        address: '192.0.2.8',
      },
    ])
  })

  it('is no attempt when the person is a member there and only stands in the wrong organisation', async () => {
    const { userId, email, name } = product.a.member
    await sql(`insert into "Membership" ("tenantId", "userId") values ($1, $2)`, [
      product.b.tenant.id,
      userId,
    ])
    const here = mint.member('member', product.a.tenant, { userId, email, name })
    expect(await refusedWith(showDomain(here, { id: theirs }))).toBe('not_found')
    await settleMisses()
    expect(await attempts()).toEqual([])
  })

  it('is recorded at most 60 times a minute for one credential', async () => {
    const key = keyOf('wild')
    const began = Date.now()
    await Promise.all(Array.from({ length: 100 }, () => refusedWith(showDomain(key, { id: theirs }))))
    await settleMisses()
    const count = (await attempts()).length
    expect(count).toBeGreaterThanOrEqual(60)
    // One comes back every second.
    expect(count).toBeLessThanOrEqual(60 + Math.ceil((Date.now() - began) / SECOND))
  })
})

it('a hundred attempts at once tell every admin once', async () => {
  await sql('delete from "Notice"')
  await sql('delete from "SystemMail"')
  await Promise.all(
    Array.from({ length: 100 }, (_, n) => refusedWith(showDomain(keyOf(`key ${n}`), { id: theirs }))),
  )
  await settleMisses()
  expect(await attempts()).toHaveLength(100)
  expect(await sql('select kind from "Notice"')).toEqual([{ kind: 'cross_tenant_attempts' }])
  expect(await notices()).toMatchObject([
    { recipient: 'ines@letterhead.dev', tenantId: product.platform.tenant.id },
  ])
})

describe('the health page', () => {
  it('shows admins the attempts, queues, mails and the trail', async () => {
    await refusedWith(showDomain(keyOf('deploy'), { id: theirs }))
    await settleMisses()
    const health = await showHealth(product.admin, {})
    expect(health.attempts).toMatchObject({
      count: 1,
      newest: [{ actor: 'deploy', from: 'mnexa', target: 'harbor', operation: 'domains.show', door: 'api' }],
    })
    expect(health.queues.map((q) => q.name)).toContain('audit.seal')
    expect(health.mails.waiting).toBeGreaterThan(0)
    expect(health.trail.unsealed).toBeGreaterThan(0)
    expect(health.trail.oldestUnsealedAt).not.toBeNull()
    expect(health.database.version).toMatch(/^18/)
    expect(health.domains).toBe(0)
    expect(await refusedWith(showHealth(product.support, {}))).toBe('forbidden')
  })

  it('counts 24 hours', async () => {
    await refusedWith(showDomain(keyOf('deploy'), { id: theirs }))
    await settleMisses()
    await sql(`update "CrossTenantAttempt" set at = now() - interval '25 hours'`)
    expect((await showHealth(product.admin, {})).attempts).toEqual({ count: 0, newest: [] })
  })
})
