import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDomain } from '@/lib/domains/add-domain'
import { deleteDomain } from '@/lib/domains/delete-domain'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
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

describe('a name that production holds', () => {
  it.each([
    ['proven', addReady],
    ['unproven', (_: TestProduct, who: Customer, name: string) => addWithKeys(who, name)],
  ] as const)('and that is %s is not taken by a trial environment, whatever it shows', async (how, hold) => {
    const name = `${how}.ledger.dev`
    const held = await hold(product, product.a, name)
    for (const trial of [staging, development]) {
      const waiting = await proving(trial, name)
      expect(waiting.notice).toMatch(/A person on our side looks at this name/)
      expect(hasKeys(waiting)).toBe(false)
      expect(JSON.stringify(waiting)).not.toMatch(
        new RegExp(`${product.a.tenant.id}|production|another (customer|organisation)`, 'i'),
      )
    }
    const still = await visit(product.a, held.id)
    expect(still.records.filter((r) => r.group === 'dkim').map((r) => r.host)).toEqual(
      held.records.filter((r) => r.group === 'dkim').map((r) => r.host),
    )
    expect(still).toMatchObject({ ownershipNeeded: false })
  })

  it('and lets go of is free for a trial environment that proves it', async () => {
    const name = 'given-up.ledger.dev'
    const held = await addWithKeys(product.a, name)
    const waiting = await proving(staging, name)
    expect(hasKeys(waiting)).toBe(false)
    await deleteDomain(product.a.owner, { id: held.id })
    await reconcileDomain(product.a.worker, { id: held.id })
    expect(await visitUntil(staging, waiting.id, hasKeys)).toMatchObject({ ownershipNeeded: false })
  })
})

describe('a name that a trial environment claims', () => {
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
