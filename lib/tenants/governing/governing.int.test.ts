import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptInvite } from '@/lib/accounts/invites/platform'
import { inviteMember } from '@/lib/accounts/invites/invite-member'
import { mailBody } from '@/lib/accounts/queue-mail'
import { listActivity } from '@/lib/audit/list-activity'
import { addDomain } from '@/lib/domains/add-domain'
import { listDomains } from '@/lib/domains/list-domains'
import { becoming } from '@/lib/faces/become'
import { ask, browserOf, keyOf, terminalOf } from '@/lib/faces/rest/testing/asking'
import { liveFeed, type Change } from '@/lib/kernel/live'
import { decrypt } from '@/lib/kernel/vault'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { until } from '@/lib/local/world/test/helpers'
import { limitNames } from '@/lib/usage/fields'
import { withClient } from '@/prisma/sql'
import { createTenant } from '../create-tenant'
import { inspectTenant } from '../inspect-tenant'
import { searchTenants } from '../search-tenants'
import { showTenant } from '../show-tenant'
import { newTenant } from '../testing/new-tenant'
import { previewPlan } from './preview-plan'
import { reactivateTenant } from './reactivate-tenant'
import { renameTenant } from './rename-tenant'
import { setPlan } from './set-plan'
import { suspendTenant } from './suspend-tenant'

let product: TestProduct
let made = 0
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const fresh = () => newTenant(product, `governed-${++made}`)
const reason = 'Unpaid since September; the invoice is with your owner.'
const suspend = (tenant: string, why = reason) => suspendTenant(product.admin, { tenant, reason: why })
const reactivate = (tenant: string) => reactivateTenant(product.admin, { tenant })
const acts = async (owner: Parameters<typeof listActivity>[0]) =>
  (await listActivity(owner, { limit: 100 })).items.map(({ action }) => action)

describe('a suspended organisation', () => {
  it('is read at every door and changed at none, from the very next call on; then again as before', async () => {
    const who = await fresh()
    const { slug } = who.tenant
    const doors = [
      await keyOf(who),
      await terminalOf(who.owner.userId, slug),
      await browserOf(who.owner.userId, slug),
    ]
    const write = (door: Record<string, string>) =>
      ask('POST /domains', door, { body: { name: `d${++made}.${slug}.dev` } })
    for (const door of doors) expect((await write(door)).status).toBe(200)
    await suspend(slug)
    for (const door of doors) {
      expect(await write(door)).toMatchObject({
        ...{ status: 403, body: { error: { code: 'tenant_suspended' } } },
      })
      expect((await ask('GET /domains', door)).body).toMatchObject({ items: [{}, {}, {}] })
      expect((await ask('GET /tenant', door)).body).toMatchObject({ suspension: { reason } })
    }
    await reactivate(slug)
    for (const door of doors) expect((await write(door)).status).toBe(200)
    expect((await showTenant(who.owner, {})).suspension).toBeNull()
  })

  it('refuses each write that began after the commit, while others are under way', async () => {
    const who = await fresh()
    const door = await keyOf(who)
    const heard: { began: number; status: number }[] = []
    let committed = Infinity
    const client = async () => {
      for (let n = 0; n < 12; n++) {
        const began = performance.now()
        const { status } = await ask('POST /domains', door, { body: { name: `d${++made}.dev.example.dev` } })
        heard.push({ began, status })
      }
    }
    const suspending = suspend(who.tenant.slug).then(() => (committed = performance.now()))
    await Promise.all([client(), client(), client(), suspending])
    const after = heard.filter(({ began }) => began > committed)
    expect(after.length).toBeGreaterThan(0)
    expect(new Set(after.map(({ status }) => status))).toEqual(new Set([403]))
    const { items } = await listDomains(who.owner, { limit: 100 })
    expect(items).toHaveLength(heard.filter(({ status }) => status === 200).length)
  })

  it('takes nobody in: the invitation stays open, and opens it when it is reactivated', async () => {
    const { tenant, owner } = await fresh()
    const email = 'late@people.dev'
    await inviteMember(owner, { email, role: 'member' })
    const [mail] = await withClient(
      product.database.superUrl,
      async (c) =>
        (
          await c.query<{ id: string; tenantId: string; body: Buffer }>(
            `select * from "SystemMail" where recipient = $1`,
            [email],
          )
        ).rows,
    )
    const text = await decrypt(mail!.tenantId, mailBody(mail!.id), mail!.body)
    const accept = () =>
      acceptInvite({
        ...{ token: /token=([\w-]+)/.exec(text)![1]!, name: 'Late', signedIn: null },
        opening: { kind: 'web', label: 'Firefox', address: null },
        become: becoming({ door: 'web' }),
      })
    await suspend(tenant.slug)
    expect(await refusedWith(accept())).toBe('tenant_suspended')
    await reactivate(tenant.slug)
    expect(await accept()).toMatchObject({ role: 'member' })
  })

  it('is told to open pages, in the trail once for each act, and kept since when it began', async () => {
    const { tenant, owner } = await fresh()
    const told: Change[] = []
    const listen = (change: Change) => void told.push(change)
    liveFeed().on('change', listen)
    // The feed may just be connecting: what changes before it stands is told to nobody.
    await until(
      async () => {
        await renameTenant(product.admin, { tenant: tenant.slug, name: `Renamed ${++made}` })
        return told
      },
      (all) => all.some(({ tenantId }) => tenantId === tenant.id),
    )
    told.length = 0
    const first = await suspend(tenant.slug)
    const again = await suspend(tenant.slug)
    expect(again.suspension).toEqual(first.suspension)
    const other = await suspend(tenant.slug, 'Another reason, better worded.')
    expect(other.suspension).toEqual({
      since: first.suspension?.since,
      reason: 'Another reason, better worded.',
    })
    await reactivate(tenant.slug)
    await reactivate(tenant.slug)
    await until(
      () => Promise.resolve(told),
      (all) => all.some((change) => change.noun === 'tenants' && change.tenantId === tenant.id),
    )
    liveFeed().off('change', listen)
    expect((await acts(owner)).filter((a) => /suspend|reactiv/.test(a))).toEqual([
      ...['tenant.reactivated', 'tenant.suspended', 'tenant.suspended'],
    ])
  })

  it('is never the platform’s own, and only an admin suspends; a reason is stated', async () => {
    const { tenant, owner } = await fresh()
    expect(await refusedWith(suspend('letterhead'))).toBe('not_found')
    expect(await refusedWith(suspend('nobody'))).toBe('not_found')
    expect(await refusedWith(suspend(tenant.slug, ' short   '))).toBe('invalid_input')
    for (const as of [product.support, owner]) {
      expect(await refusedWith(suspendTenant(as, { tenant: tenant.slug, reason }))).toBe('forbidden')
      expect(await refusedWith(reactivateTenant(as, { tenant: tenant.slug }))).toBe('forbidden')
    }
    expect((await suspend(tenant.slug)).suspension).toMatchObject({ reason })
  })
})

describe('another plan', () => {
  it('is previewed limit by limit, holds for the next act, and takes nothing away', async () => {
    const { tenant, owner } = await fresh()
    const add = () => addDomain(owner, { name: `p${++made}.${tenant.slug}.dev` })
    for (let n = 0; n < 4; n++) await add()
    const preview = await previewPlan(product.admin, { tenant: tenant.slug, plan: 'free' })
    expect(preview).toMatchObject({ from: 'pro', to: 'free' })
    expect(preview.limits.map(({ name }) => name)).toEqual(limitNames)
    expect(preview.limits.filter(({ above }) => above)).toMatchObject([
      { name: 'domains', used: 4, before: { limit: 50 }, after: { limit: 3, source: 'plan' } },
    ])
    expect(await setPlan(product.admin, { tenant: tenant.slug, plan: 'free' })).toMatchObject({
      plan: 'free',
    })
    expect(await refusedWith(add())).toBe('limit_reached')
    expect((await listDomains(owner, {})).items).toHaveLength(4)
    await setPlan(product.admin, { tenant: tenant.slug, plan: 'enterprise' })
    await setPlan(product.admin, { tenant: tenant.slug, plan: 'enterprise' })
    await add()
    expect((await acts(owner)).filter((a) => a === 'tenant.plan_changed')).toHaveLength(2)
    expect(await refusedWith(setPlan(product.support, { tenant: tenant.slug, plan: 'pro' }))).toBe(
      'forbidden',
    )
  })
})

describe('what admins see', () => {
  it('another name, and the same slug', async () => {
    const { tenant, owner } = await fresh()
    const renamed = await renameTenant(product.admin, { tenant: tenant.slug, name: ' Quill & Sons ' })
    expect(renamed).toMatchObject({ slug: tenant.slug, name: 'Quill & Sons' })
    expect(await acts(owner)).toContain('tenant.renamed')
    expect(await refusedWith(renameTenant(product.support, { tenant: tenant.slug, name: 'X' }))).toBe(
      'forbidden',
    )
  })

  it('all about one: also support, and nobody else', async () => {
    const who = await newTenant(product, 'seen-whole', { environment: 'staging', plan: 'free' })
    await addDomain(who.owner, { name: 'seen-whole.dev' })
    for (const as of [product.admin, product.support])
      expect(await inspectTenant(as, { tenant: 'seen-whole' })).toMatchObject({
        ...{ plan: 'free', assignment: 'fallback', members: 2, suspension: null, moves: [] },
        workspace: { slug: 'staging', environment: 'staging' },
        ...{ domains: [{ name: 'seen-whole.dev', state: 'provisioning' }], domainCount: 1 },
        trialAddress: 'agent@seen-whole.staging.post.letterhead.dev',
      })
    const inspect = (tenant: string, as: Parameters<typeof inspectTenant>[0] = product.admin) =>
      refusedWith(inspectTenant(as, { tenant }))
    expect(await inspect('letterhead')).toBe('not_found')
    expect(await inspect('nobody')).toBe('not_found')
    expect(await inspect('seen-whole', who.owner)).toBe('forbidden')
  })

  it('those of a plan, an environment, a workspace, suspended or not', async () => {
    const make = (slug: string, more: object) =>
      createTenant(product.admin, { slug, name: `Sought ${slug}`, ...more })
    await make('sought-free', {})
    await make('sought-pro', { plan: 'pro', workspace: 'default' })
    await make('sought-dev', { plan: 'pro', environment: 'development' })
    await suspend('sought-pro')
    const found = async (filter: object) =>
      (await searchTenants(product.admin, { search: 'sought', ...filter })).items.map(({ slug }) => slug)
    expect(await found({})).toEqual(['sought-dev', 'sought-pro', 'sought-free'])
    expect(await found({ plan: 'pro' })).toEqual(['sought-dev', 'sought-pro'])
    expect(await found({ environment: 'development' })).toEqual(['sought-dev'])
    expect(await found({ workspace: 'default' })).toEqual(['sought-pro', 'sought-free'])
    expect(await found({ suspended: true })).toEqual(['sought-pro'])
    expect(await found({ suspended: false, plan: 'pro' })).toEqual(['sought-dev'])
    const { items } = await searchTenants(product.support, { search: 'sought-pro' })
    expect(items).toMatchObject([
      { plan: 'pro', assignment: 'explicit', suspension: { reason }, workspace: { slug: 'default' } },
    ])
  })
})

describe('a new organisation', () => {
  const make = (more: object) =>
    createTenant(product.admin, { slug: `placed-${++made}`, name: 'Placed', ...more })

  it('is free and in the default workspace of production unless said otherwise', async () => {
    expect(await make({})).toMatchObject({
      plan: 'free',
      workspace: { slug: 'default', environment: 'production' },
    })
    expect(await make({ plan: 'enterprise', environment: 'development', workspace: '' })).toMatchObject({
      plan: 'enterprise',
      workspace: { slug: 'development', environment: 'development' },
    })
  })

  it('goes into no workspace of another environment, and into none that is not there', async () => {
    expect(await refusedWith(make({ workspace: 'staging' }))).toBe('environment_differs')
    expect(await refusedWith(make({ workspace: 'nowhere' }))).toBe('workspace_unknown')
    expect(await make({ workspace: 'staging', environment: 'staging' })).toMatchObject({
      workspace: { slug: 'staging' },
    })
  })
})
