import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addDomain } from '@/lib/domains/add-domain'
import { deleteDomain } from '@/lib/domains/delete-domain'
import { listAttention } from '@/lib/domains/list-attention'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import { showDomain } from '@/lib/domains/show-domain'
import { withLock } from '@/lib/kernel/lock'
import { addReady, addWithKeys, openSharedPath, visit, visitUntil } from '@/lib/local/testing/drive'
import {
  identityArnOf,
  PLATFORM_DOMAIN,
  startTestProduct,
  type Customer,
  type TestProduct,
} from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import type { FaultEffect } from '@/lib/local/world/types'
import { withClient } from '@/prisma/sql'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
  await openSharedPath(product)
})
afterEach(async () => {
  await product.world.panel.clearFaults()
  await Promise.all(searched.splice(0).map(forget))
})
afterAll(() => product.stop())

const externalName = ({ tenant }: Customer) => `letterhead-${tenant.id.replaceAll('-', '')}`

/** Whose test is over: the mail network would ask for their records every moment until the file ends. */
const searched: { who: Customer; name: string }[] = []
async function forget({ who, name }: { who: Customer; name: string }): Promise<void> {
  const { send } = product.world
  await send('DeleteTenantResourceAssociation', {
    ...{ TenantName: externalName(who), ResourceArn: identityArnOf(name) },
  })
  await send('DeleteEmailIdentity', { EmailIdentity: name })
}

/** Everything the mail network has of one customer and one name. */
async function outside(who: Customer, name: string) {
  const ses = await product.world.panel.ses()
  const own = externalName(who)
  return {
    identities: ses.identities.filter((i) => i.name === name).length,
    tenants: ses.tenants.filter((t) => t.name === own).length,
    sets: ses.configurationSets.filter((s) => s.name === own).length,
    associations: ses.associations
      .filter((a) => a.tenantName === own)
      .map((a) => a.resourceArn.split(':').at(-1))
      .toSorted(),
  }
}

const whole = (who: Customer, name: string) => ({
  identities: 1,
  tenants: 1,
  sets: 1,
  associations: [
    `configuration-set/${externalName(who)}`,
    `identity/${name}`,
    `identity/${PLATFORM_DOMAIN}`,
  ].toSorted(),
})

const provisioning: [operation: string, skip: number][] = [
  ['CreateEmailIdentity', 0],
  ['PutEmailIdentityMailFromAttributes', 0],
  ['CreateTenant', 0],
  ['CreateConfigurationSet', 0],
  ['CreateTenantResourceAssociation', 0],
  ['CreateTenantResourceAssociation', 1],
  ['CreateTenantResourceAssociation', 2],
]
const notices: [FaultEffect, RegExp][] = [
  ['drop', /does not answer right now. Your domain is saved/],
  ['throttle', /is busy. Your domain is saved/],
  ['access_denied', /paused on our side/],
]
let made = 0

describe.each(provisioning)('trouble at %s, call %i,', (operation, skip) => {
  describe.each(['before', 'after'] as const)('%s the work was done:', (when) => {
    it.each(notices)(
      '%s: the row stays, the page says what happens, the next visit completes it once',
      async (effect, notice) => {
        const who = await product.newCustomer(`trouble-${++made}`)
        const name = `trouble${made}.ledger.dev`
        const { id } = await addDomain(who.owner, { name })
        await product.world.panel.armFault({ operation, when, effect, skip })
        await reconcileDomain(who.worker, { id })
        expect((await product.world.panel.faults()).hits).toMatchObject([{ operation, when, effect }])
        const stopped = await showDomain(who.owner, { id })
        expect(stopped.state).toBe('provisioning')
        expect(stopped.notice).toMatch(notice)

        const done = await visitUntil(who, id, (d) => d.state === 'pending')
        expect(done).toMatchObject({ notice: null })
        expect(done.records).toHaveLength(7)
        await reconcileDomain(who.worker, { id })
        expect(await outside(who, name)).toEqual(whole(who, name))
        searched.push({ who, name })
      },
    )
  })
})

describe.each([
  'ListResourceTenants',
  'DeleteTenantResourceAssociation',
  'DeleteEmailIdentity',
  'GetEmailIdentity',
])('a removal that loses an answer at %s', (operation) => {
  it.each(['before', 'after'] as const)(
    '%s the work was done is completed by the next visit',
    async (when) => {
      const name = `removal${++made}.ledger.dev`
      const { id } = await addWithKeys(product.a, name)
      await deleteDomain(product.a.owner, { id })
      await product.world.panel.armFault({ operation, when, effect: 'drop' })
      await reconcileDomain(product.a.worker, { id })
      expect(await showDomain(product.a.owner, { id })).toMatchObject({ state: 'deleting' })
      await reconcileDomain(product.a.worker, { id })
      expect(await refusedWith(showDomain(product.a.owner, { id }))).toBe('not_found')
      const left = await outside(product.a, name)
      expect(left.identities).toBe(0)
      expect(left.associations).not.toContain(`identity/${name}`)
    },
  )
})

describe('what shall go, and meets something in its way,', () => {
  /** Seconds until a visit's row falls due, of a lease that the poller gave it. */
  async function dueAfter(visiting: (id: string, name: string) => Promise<unknown>, going: boolean) {
    const name = `way${++made}.ledger.dev`
    const { id } = await addWithKeys(product.a, name)
    if (going) await deleteDomain(product.a.owner, { id })
    await product.database.ask(
      `update "Domain" set "nextCheckAt" = now() + interval '1 hour' where id = $1`,
      [id],
    )
    await visiting(id, name)
    const [row] = await product.database.ask<{ seconds: number }>(
      `select extract(epoch from "nextCheckAt" - now())::float8 as seconds from "Domain" where id = $1`,
      [id],
    )
    return row!.seconds
  }
  const held = (id: string, name: string) =>
    withLock(`reconcile:${name}`, () => reconcileDomain(product.a.worker, { id }))
  const busy = async (id: string) => {
    const operation = 'DeleteEmailIdentity'
    await product.world.panel.armFault({ operation, when: 'before', effect: 'throttle' })
    await reconcileDomain(product.a.worker, { id })
  }

  it.each([
    ['a name that is held', held],
    ['a busy network', busy],
  ])('%s: it is tried again after a second', async (_, visiting) => {
    expect(await dueAfter(visiting, true)).toBeLessThan(1.5)
  })

  it('what stays keeps its time', async () => {
    expect(await dueAfter(held, false)).toBeGreaterThan(3_000)
  })
})

it('calls that are refused stay in the admin’s sight while the account is busy, since when they began', async () => {
  const name = `refused${++made}.ledger.dev`
  const { id } = await addDomain(product.a.owner, { name })
  const meet = async (effect: FaultEffect) => {
    await product.world.panel.clearFaults()
    await product.world.panel.armFault({ operation: 'CreateEmailIdentity', when: 'before', effect })
    await reconcileDomain(product.a.worker, { id })
    const { items } = await listAttention(product.admin, {})
    return {
      notice: (await showDomain(product.a.owner, { id })).notice,
      since: items.find(({ domainId }) => domainId === id)?.since,
    }
  }
  expect(await meet('throttle')).toEqual({ notice: expect.stringMatching(/is busy/) as string })
  const refused = await meet('access_denied')
  expect(refused).toEqual({
    notice: expect.stringMatching(/paused on our side/) as string,
    since: expect.any(String) as string,
  })
  expect(await meet('throttle')).toEqual(refused)
  expect(await meet('access_denied')).toEqual(refused)
  await product.world.panel.clearFaults()
  expect(await visitUntil(product.a, id, (d) => d.state === 'pending')).toMatchObject({ notice: null })
  searched.push({ who: product.a, name })
})

describe('the mail network is down', () => {
  it('while a domain is added: it is there, is told, and is finished when the network is back', async () => {
    await product.world.panel.armFault({
      operation: '*',
      when: 'before',
      effect: 'unavailable',
      times: 1_000,
    })
    const { id } = await addDomain(product.a.owner, { name: 'down.ledger.dev' })
    expect(await visit(product.a, id)).toMatchObject({
      state: 'provisioning',
      notice: expect.stringMatching(/keep trying by ourselves/) as string,
    })
    expect((await listAttention(product.admin, {})).items).toContainEqual(
      expect.objectContaining({
        domainId: id,
        kind: 'provisioning',
        detail: expect.stringMatching(/^CreateEmailIdentity: /) as string,
      }),
    )
    await product.world.panel.clearFaults()
    await visitUntil(product.a, id, (d) => d.state === 'pending' && d.notice === null)
    expect((await listAttention(product.admin, {})).items.map((i) => i.domainId)).not.toContain(id)
  })

  it('a ready domain stays ready', async () => {
    const { id } = await addReady(product, product.a, 'steady.ledger.dev')
    await product.world.panel.armFault({ operation: '*', when: 'before', effect: 'drop', times: 1_000 })
    expect(await visit(product.a, id)).toMatchObject({ state: 'ready', notice: null })
  })
})

it('a search that the mail network gave up restarts by itself when DNS becomes right', async () => {
  const name = 'late.ledger.dev'
  const domain = await addWithKeys(product.a, name)
  await product.world.panel.expire(name)
  await withClient(product.database.superUrl, (c) =>
    c.query(`update "Domain" set "deadlineAt" = now() - interval '1 minute' where id = $1`, [domain.id]),
  )
  expect(await visit(product.a, domain.id)).toMatchObject({ state: 'failed' })
  for (const r of domain.records)
    await product.world.panel.addRecord({
      name: r.host,
      type: r.type,
      value: r.value,
      ...(r.priority !== null && { priority: r.priority }),
    })
  await visitUntil(product.a, domain.id, (d) => d.state === 'ready')
})
