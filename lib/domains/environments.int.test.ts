import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listActivity } from '@/lib/audit/list-activity'
import { addDomain } from '@/lib/domains/add-domain'
import { deleteDomain } from '@/lib/domains/delete-domain'
import { listAttention } from '@/lib/domains/list-attention'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import type { DomainView } from '@/lib/domains/view'
import { addReady, addWithKeys, openSharedPath, publish, visit, visitUntil } from '@/lib/local/testing/drive'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { configurationSetArn } from '@/lib/gateways/ses'
import { sendTestMessage } from '@/lib/sending/send-test-message'
import { newTenant } from '@/lib/tenants/testing/new-tenant'
import { withClient } from '@/prisma/sql'

let product: TestProduct
let staging: Customer
let development: Customer
beforeAll(async () => {
  product = await startTestProduct()
  await openSharedPath(product)
  staging = await newTenant(product, 'mnexa-staging', { environment: 'staging' })
  development = await newTenant(product, 'mnexa-dev', { environment: 'development' })
})
afterAll(() => product.stop())

const hasKeys = (d: { records: { group: string }[] }) => d.records.some((r) => r.group === 'dkim')
/** A claim that showed the ownership TXT it was asked for. */
async function proving(who: Customer, name: string) {
  const { id } = await addDomain(who.owner, { name })
  await publish(product, await visit(who, id), ['ownership'])
  await visit(who, id)
  return visit(who, id)
}

const isOwn = (d: DomainView) => d.state === 'ready' && d.sender.identity === 'own'
const send = (who: Customer, domainId: string) =>
  sendTestMessage(who.owner, { domainId, idempotencyKey: randomUUID() })

describe('a name that production holds', () => {
  it('and proved is taken by no trial environment, whatever it shows', async () => {
    const name = 'proven.ledger.dev'
    const held = await addReady(product, product.a, name)
    for (const trial of [staging, development]) {
      const waiting = await proving(trial, name)
      expect(waiting.notice).toMatch(/A person on our side looks at this name/)
      expect(hasKeys(waiting)).toBe(false)
      expect(JSON.stringify(waiting)).not.toMatch(
        new RegExp(`${product.a.tenant.id}|another (customer|organisation)`, 'i'),
      )
    }
    const still = await visit(product.a, held.id)
    expect(still.records.filter((r) => r.group === 'dkim').map((r) => r.host)).toEqual(
      held.records.filter((r) => r.group === 'dkim').map((r) => r.host),
    )
    expect(still).toMatchObject({ ownershipNeeded: false, state: 'ready' })
  })

  it('reads in a trial environment like one that a trial environment holds, unproven and proven', async () => {
    await addReady(product, product.a, 'same-1.ledger.dev')
    await addReady(product, development, 'same-2.ledger.dev')
    const asked = async (name: string) => visit(staging, (await addDomain(staging.owner, { name })).id)
    const [one, two] = [await asked('same-1.ledger.dev'), await asked('same-2.ledger.dev')]
    expect(one.notice).toMatch(/not used in staging at the same time/)
    expect([one.notice, one.state, one.records.length]).toEqual([two.notice, two.state, two.records.length])
    const shown = []
    for (const { id } of [one, two]) {
      await publish(product, await visit(staging, id), ['ownership'])
      await visit(staging, id)
      shown.push(await visit(staging, id))
    }
    expect(shown[0]!.notice).toMatch(/A person on our side looks at this name/)
    expect(shown[0]!.notice).toBe(shown[1]!.notice)
  })

  it('and did not prove is reserved against nobody: a trial environment that proves it gets it', async () => {
    const name = 'unproven.ledger.dev'
    const first = await addWithKeys(product.a, name)
    const trial = await proving(staging, name)
    expect(await visitUntil(staging, trial.id, hasKeys)).toMatchObject({ ownershipNeeded: false })
    expect(await visit(product.a, first.id)).toMatchObject({ ownershipNeeded: true, state: 'pending' })
    // Production's own proof takes it back, with nobody's help.
    await publish(product, await visit(product.a, first.id), ['ownership'])
    expect(await visitUntil(product.a, first.id, hasKeys)).toMatchObject({ ownershipNeeded: false })
  })

  it('and lets go of is free for a trial environment that proves it', async () => {
    const name = 'given-up.ledger.dev'
    const held = await addReady(product, product.a, name)
    const waiting = await proving(staging, name)
    expect(hasKeys(waiting)).toBe(false)
    await deleteDomain(product.a.owner, { id: held.id })
    await reconcileDomain(product.a.worker, { id: held.id })
    expect(await visitUntil(staging, waiting.id, hasKeys)).toMatchObject({ ownershipNeeded: false })
  })
})

describe('a name that a trial environment claims', () => {
  it('goes live without a person: ready in staging, then proven by production, which staging then stops signing as', async () => {
    const name = 'live.ledger.dev'
    const tried = await addReady(product, staging, name)
    expect(await visit(staging, tried.id)).toSatisfy(isOwn)
    // Found long after the search for its records was over.
    await withClient(product.database.superUrl, (c) =>
      c.query(`update "Domain" set "deadlineAt" = now() - interval '30 days' where id = $1`, [tried.id]),
    )
    const live = await proving(product.a, name)
    const keyed = await visitUntil(product.a, live.id, hasKeys)

    // Before its worker looked again, too.
    expect(await send(staging, tried.id)).toMatchObject({ identity: 'shared' })
    await publish(product, keyed, ['dkim1', 'dkim2', 'dkim3'])
    await visitUntil(product.a, live.id, isOwn)
    expect(await send(product.a, live.id)).toMatchObject({ identity: 'own' })

    const left = await visit(staging, tried.id)
    expect(left).toMatchObject({
      ...{ state: 'pending', receiving: 'pending', ownershipNeeded: true, readyAt: null, graceUntil: null },
      sender: { identity: 'shared' },
    })
    expect(hasKeys(left)).toBe(false)
    expect(left.notice).toMatch(/A name that is in use in production is not used in staging at the same time/)
    expect(left.timeline.map(({ kind }) => kind)).toContain('began_anew')
    const { items } = await listActivity(staging.owner, { search: name })
    expect(items.map(({ action }) => action)).toContain('domain.displaced')
    const ofProduction = new RegExp(
      `${product.a.tenant.id}|${product.a.tenant.name}|another (customer|organisation)`,
      'i',
    )
    expect(ofProduction.exec(JSON.stringify([left, items]))?.[0]).toBeUndefined()

    // Its proof changes nothing any more, and people are told of it once it is there.
    await publish(product, left, ['ownership'])
    await visit(staging, tried.id)
    expect((await visit(staging, tried.id)).notice).toMatch(/A person on our side looks at this name/)
    expect(await visit(product.a, live.id)).toSatisfy(isOwn)
    const waiting = (await listAttention(product.admin, {})).items.find(
      ({ domainId }) => domainId === tried.id,
    )
    expect(waiting).toMatchObject({
      tenant: { slug: 'mnexa-staging', environment: 'staging' },
      problem: expect.stringContaining('Production keeps its names') as string,
    })
  })

  it('does not hinder production: its proof takes the name from an unproven claim', async () => {
    const name = 'wanted.ledger.dev'
    const first = await addWithKeys(staging, name)
    const owner = await proving(product.a, name)
    expect(await visitUntil(product.a, owner.id, hasKeys)).toMatchObject({ ownershipNeeded: false })
    expect(await visit(staging, first.id)).toMatchObject({ ownershipNeeded: true, state: 'pending' })
    const again = await proving(staging, 'wanted-too.ledger.dev')
    expect(hasKeys(await visitUntil(staging, again.id, hasKeys))).toBe(true)
  })

  it('goes from one trial environment to another by proof, like between any two', async () => {
    const name = 'between.ledger.dev'
    await addWithKeys(staging, name)
    const proven = await proving(development, name)
    expect(hasKeys(await visitUntil(development, proven.id, hasKeys))).toBe(true)
  })
})

describe('mail by the shared path', () => {
  it.each([
    ['production', () => product.a, 'mnexa.post.letterhead.dev'],
    ['staging', () => staging, 'mnexa-staging.staging.post.letterhead.dev'],
    ['development', () => development, 'mnexa-dev.dev.post.letterhead.dev'],
  ] as const)(
    'of %s leaves from a zone of its own, signed by the platform, and passes',
    async (environment, of, zone) => {
      const who = of()
      const domain = await addWithKeys(who, `via-${environment}.ledger.dev`)
      const shown = await visit(who, domain.id)
      expect(shown.sender).toMatchObject({ identity: 'shared', from: `agent@${zone}` })
      const sent = await sendTestMessage(who.owner, {
        domainId: domain.id,
        idempotencyKey: `by ${environment}`,
      })
      expect(sent.from).toContain(`<agent@${zone}>`)
      const [mail] = await product.world.panel.mail({ limit: 1 })
      expect(mail).toMatchObject({
        from: expect.stringContaining(`<agent@${zone}>`) as string,
        verdict: {
          signedBy: 'post.letterhead.dev',
          mailedBy: 'send.post.letterhead.dev',
          dmarc: 'pass',
        },
      })
    },
  )

  it('goes through a container and a set that carry the environment', async () => {
    const [stream] = await withClient(
      product.database.superUrl,
      async (c) =>
        (
          await c.query<{ containerArn: string; externalName: string }>(
            'select "containerArn", "externalName" from "Stream" where "tenantId" = $1',
            [staging.tenant.id],
          )
        ).rows,
    )
    const { containerArn, externalName } = stream!
    const set = configurationSetArn(containerArn, externalName)
    for (const ResourceArn of [containerArn, set])
      expect(await product.world.send('ListTagsForResource', { ResourceArn })).toMatchObject({
        Tags: [
          { Key: 'letterhead', Value: 'letterhead' },
          { Key: 'environment', Value: 'staging' },
        ],
      })
  })
})
