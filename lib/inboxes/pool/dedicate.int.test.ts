import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '@/lib/faces/testing/things'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { work } from '@/lib/local/testing/work'
import { setPlan } from '@/lib/tenants/governing/set-plan'
import { PLAN_CHANGED } from '@/lib/tenants/jobs'
import { newTenant } from '@/lib/tenants/testing/new-tenant'
import { createGrant } from '../grants/create-grant'
import { grantByToken } from '../grants/find-token'
import { mintToken } from '../grants/mint-token'
import { revokeGrant } from '../grants/revoke-grant'
import { openInbox } from '../open-inbox'
import { routeRecipient } from '../routing/platform'
import { showInbox } from '../show-inbox'
import { dedicateShared } from './dedicate'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
  await ask(`update "Workspace" set "poolsFreeTenants" = true where slug = 'default'`)
})
afterAll(() => product.stop())

const ask = <R extends object>(sql: string, values: unknown[] = []) => rowsOf<R>(product, sql, values)
const free = (slug: string) => newTenant(product, slug, { plan: 'free' })
const upgrade = async ({ tenant }: Customer, plan: 'free' | 'pro' = 'pro') => {
  await setPlan(product.admin, { tenant: tenant.slug, plan })
  expect(await work(product.database, PLAN_CHANGED)).toEqual([])
}
const actsOf = ({ tenant }: Customer) =>
  ask(`select "actorLabel", subject from "AuditEvent" where "tenantId" = $1 and action = 'inbox.dedicated'`, [
    tenant.id,
  ])

describe('a tenant that leaves the free plan', () => {
  it('has an address of its own within one job; the tag arrives there still, and grant and token stand', async () => {
    const who = await free('grows')
    const opened = await openInbox(who.owner, {})
    expect(opened).toMatchObject({ kind: 'shared', address: 'inbox+grows@post.letterhead.dev' })
    const { token } = await mintToken(who.owner, { id: opened.grantId, agentSession: 'a' })

    await upgrade(who)
    const inbox = await showInbox(who.owner, { id: opened.id })
    expect(inbox).toMatchObject({
      ...{ id: opened.id, kind: 'dedicated', address: 'agent@grows.post.letterhead.dev' },
      alsoAt: ['inbox+grows@post.letterhead.dev'],
    })
    for (const address of ['inbox+grows@post.letterhead.dev', 'Agent@grows.post.letterhead.dev'])
      expect(await routeRecipient(address), address).toMatchObject({
        to: 'inboxes',
        deliveries: [{ tenantId: who.tenant.id, inboxId: opened.id, kind: 'dedicated' }],
      })
    expect(await grantByToken(token!)).toMatchObject({
      ...{ grantId: opened.grantId, inboxId: opened.id },
      address: 'agent@grows.post.letterhead.dev',
    })
    expect(await actsOf(who)).toEqual([
      { actorLabel: 'Letterhead', subject: 'agent@grows.post.letterhead.dev' },
    ])
    expect(
      await ask(`select used::int from "Usage" where "tenantId" = $1 and kind = 'inboxes'`, [who.tenant.id]),
    ).toEqual([{ used: 1 }])
  })

  it('is answered the same grant as before when its program opens again, and none once that is revoked', async () => {
    const who = await free('repeats')
    const ask = () => openInbox(who.owner, { clientId: 'run-1' })
    const { id, grantId } = await ask()
    await createGrant(who.owner, { inboxId: id, name: 'reporting' })
    expect(await ask()).toMatchObject({ id, grantId, address: 'inbox+repeats@post.letterhead.dev' })
    await upgrade(who)
    expect(await ask()).toMatchObject({ id, grantId, address: 'agent@repeats.post.letterhead.dev' })
    await revokeGrant(who.owner, { id: grantId })
    expect(await refusedWith(ask())).toBe('grant_revoked')
  })

  it('is moved once, however often and by however many the job is run', async () => {
    const who = await free('again')
    await openInbox(who.owner, {})
    await setPlan(product.admin, { tenant: 'again', plan: 'pro' })
    await Promise.all([1, 2, 3].map(() => dedicateShared(who.worker)))
    expect(await work(product.database, PLAN_CHANGED)).toEqual([])
    expect(await actsOf(who)).toHaveLength(1)
  })

  it('gets the next address that is free where its own has one already', async () => {
    const who = await free('returns')
    await upgrade(who)
    await openInbox(who.owner, {})
    await upgrade(who, 'free')
    const { id } = await openInbox(who.owner, {})
    await upgrade(who)
    expect(await showInbox(who.owner, { id })).toMatchObject({
      address: 'agent-2@returns.post.letterhead.dev',
    })
  })

  it('and nothing moves while it is on the free plan, nor back when it returns to it', async () => {
    const who = await free('stays')
    const { id } = await openInbox(who.owner, {})
    await dedicateShared(who.worker)
    expect(await showInbox(who.owner, { id })).toMatchObject({ kind: 'shared' })
    await upgrade(who)
    await upgrade(who, 'free')
    expect(await showInbox(who.owner, { id })).toMatchObject({ kind: 'dedicated' })
    expect(await actsOf(who)).toHaveLength(1)
  })

  it('leaves the shares of others alone', async () => {
    const [leaves, keeps] = [await free('leaves'), await free('keeps')]
    await openInbox(leaves.owner, {})
    const kept = await openInbox(keeps.owner, {})
    await upgrade(leaves)
    expect(await showInbox(keeps.owner, { id: kept.id })).toMatchObject({
      kind: 'shared',
      address: kept.address,
    })
    expect(await routeRecipient(kept.address)).toMatchObject({ deliveries: [{ inboxId: kept.id }] })
  })
})
