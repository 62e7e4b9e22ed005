import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDomain } from '@/lib/domains/add-domain'
import { deleteDomain } from '@/lib/domains/delete-domain'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import { showDomain } from '@/lib/domains/show-domain'
import { sweepOrphans } from '@/lib/domains/sweep-domains'
import { addReady, addWithKeys, openSharedPath, visit, visitUntil } from '@/lib/local/testing/drive'
import { identityArnOf, startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { withClient } from '@/prisma/sql'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
  await openSharedPath(product)
})
afterAll(() => product.stop())

const externalName = ({ tenant }: Customer) => `letterhead-${tenant.id.replaceAll('-', '')}`
let made = 0

describe('an identity that this installation did not make', () => {
  const foreign = async (name: string, tags: Record<string, string>) => {
    await product.world.send('CreateEmailIdentity', {
      EmailIdentity: name,
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    })
    return asMade(name)
  }
  const asMade = async (name: string) => {
    const { identities } = await product.world.panel.ses()
    return identities
      .filter((i) => i.name === name)
      .map(({ createdAt, tokens, mailFromDomain, configurationSet }) => ({
        createdAt,
        tokens,
        mailFromDomain,
        configurationSet,
      }))
  }

  it.each([
    ['has no tags', {}],
    [
      'has the tag of another installation',
      { letterhead: 'elsewhere', domain: randomUUID(), incarnation: randomUUID() },
    ],
  ])('and that %s is never adopted, changed or deleted', async (_, tags) => {
    const name = `foreign${++made}.ledger.dev`
    const before = await foreign(name, tags)
    const { id } = await addDomain(product.a.owner, { name })
    const domain = await visit(product.a, id)
    expect(domain).toMatchObject({
      state: 'provisioning',
      notice: expect.stringMatching(/review on our side/) as string,
    })
    expect(domain.records.some((r) => r.group === 'dkim')).toBe(false)
    expect((await sweepOrphans('eu-west-1')).removed).not.toContain(name)
    await deleteDomain(product.a.owner, { id })
    await reconcileDomain(product.a.worker, { id })
    expect(await refusedWith(showDomain(product.a.owner, { id }))).toBe('not_found')
    expect((await sweepOrphans('eu-west-1')).removed).not.toContain(name)
    expect(before).toHaveLength(1)
    expect(await asMade(name)).toEqual(before)
  })

  it('the sweep takes down what carries our tag and has no claim, with its associations, and nothing else', async () => {
    const claimed = await addWithKeys(product.a, 'claimed.ledger.dev')
    await foreign('orphan.ledger.dev', {
      letterhead: 'letterhead',
      domain: randomUUID(),
      incarnation: randomUUID(),
    })
    const orphan = identityArnOf('orphan.ledger.dev')
    await product.world.send('CreateTenantResourceAssociation', {
      TenantName: externalName(product.a),
      ResourceArn: orphan,
    })
    const before = (await product.world.panel.ses()).identities.map((i) => i.name)
    expect((await sweepOrphans('eu-west-1')).removed).toEqual(['orphan.ledger.dev'])
    const after = await product.world.panel.ses()
    expect(after.identities.map((i) => i.name).toSorted()).toEqual(
      before.filter((n) => n !== 'orphan.ledger.dev').toSorted(),
    )
    expect(after.identities.map((i) => i.name)).toContain(claimed.name)
    expect(after.associations.map((a) => a.resourceArn)).not.toContain(orphan)
    expect((await sweepOrphans('eu-west-1')).removed).toEqual([])
  })

  it('one that was ours and was taken away is noticed and made anew', async () => {
    const name = 'taken.ledger.dev'
    const before = await addReady(product, product.a, name)
    await product.world.send('DeleteTenantResourceAssociation', {
      TenantName: externalName(product.a),
      ResourceArn: identityArnOf(name),
    })
    await product.world.send('DeleteEmailIdentity', { EmailIdentity: name })
    // A verified domain's confirmation is asked for about hourly.
    await withClient(product.database.superUrl, (c) =>
      c.query(`update "Domain" set "sesCheckedAt" = now() - interval '2 hours' where id = $1`, [before.id]),
    )
    const after = await visitUntil(product.a, before.id, (d) => d.state === 'degraded')
    expect(after.sender.identity).toBe('shared')
    expect(after.records.find((r) => r.key === 'dkim1')?.host).not.toBe(
      before.records.find((r) => r.key === 'dkim1')?.host,
    )
  })
})
