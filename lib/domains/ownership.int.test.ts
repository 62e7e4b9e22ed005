import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDomain } from '@/lib/domains/add-domain'
import { checkDomain } from '@/lib/domains/check-domain'
import { deleteDomain } from '@/lib/domains/delete-domain'
import { listAttention } from '@/lib/domains/list-attention'
import { listDomains } from '@/lib/domains/list-domains'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import { showDomain } from '@/lib/domains/show-domain'
import type { DomainView } from '@/lib/domains/view'
import {
  addReady,
  addWithKeys,
  openSharedPath,
  publish,
  recordOf,
  visit,
  visitUntil,
} from '@/lib/local/testing/drive'
import { identityArnOf, startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
  await openSharedPath(product)
})
afterAll(() => product.stop())

const outside = async (name: string) => {
  const ses = await product.world.panel.ses()
  return {
    identity: ses.identities.find((i) => i.name === name),
    holders: ses.associations
      .filter((a) => a.resourceArn === identityArnOf(name))
      .map((a) => a.tenantName.replace(/^.*-/, '')),
  }
}
const idOf = ({ tenant }: TestProduct['a']) => tenant.id.replaceAll('-', '')
/** What a tenant may read of a claim, without what is new in every answer. */
const asWords = (d: DomainView) => JSON.stringify({ ...d, now: '' })
const revealing = () =>
  new RegExp(
    [
      product.a.tenant.id,
      product.a.tenant.name,
      product.a.tenant.slug,
      'another (customer|organisation|tenant)',
    ].join('|'),
    'i',
  )

describe('a domain that was deleted', () => {
  it('is gone here and at the mail network, and the next tenant is not verified by the records it left', async () => {
    const name = 'moved.ledger.dev'
    const first = await addReady(product, product.a, name)
    expect(await outside(name)).toMatchObject({
      identity: { dkimStatus: 'SUCCESS' },
      holders: [idOf(product.a)],
    })

    await deleteDomain(product.a.owner, { id: first.id })
    expect(await refusedWith(addDomain(product.a.owner, { name }))).toBe('domain_deleting')
    await reconcileDomain(product.a.worker, { id: first.id })
    expect(await outside(name)).toEqual({ identity: undefined, holders: [] })
    expect(await refusedWith(showDomain(product.a.owner, { id: first.id }))).toBe('not_found')
    expect((await listDomains(product.a.owner, { search: name })).items).toEqual([])

    const { id } = await addDomain(product.b.owner, { name })
    const second = await visit(product.b, id)
    expect(second).toMatchObject({ state: 'pending', ownershipNeeded: true, send: { total: 6 } })
    expect(second.records.map((r) => r.key)).toEqual(['ownership', 'return_path', 'spf', 'inbound', 'dmarc'])
    expect(revealing().exec(asWords(second))?.[0]).toBeUndefined()
    expect((await outside(name)).identity).toBeUndefined()

    await publish(product, second, ['ownership'])
    const proven = await visitUntil(product.b, id, (d) => d.records.some((r) => r.key === 'dkim1'))
    expect(proven).toMatchObject({ ownershipNeeded: false })
    for (const key of ['dkim1', 'dkim2', 'dkim3'] as const) {
      expect(recordOf(proven, key).host).not.toBe(recordOf(first, key).host)
      expect(recordOf(proven, key).verdict).not.toBe('found')
    }
    const seen = await visit(product.b, id)
    expect(seen.state).toBe('pending')
    expect(await outside(name)).toMatchObject({
      identity: { dkimStatus: 'PENDING' },
      holders: [idOf(product.b)],
    })

    // The proof was asked for once: it may go now, and the domain becomes ready by its keys.
    expect(seen.send.total).toBe(5)
    await product.world.panel.removeRecordsAt(`_letterhead.${name}`, 'TXT')
    await publish(product, seen, ['dkim1', 'dkim2', 'dkim3'])
    await visitUntil(product.b, id, (d) => d.state === 'ready')
  })

  it('may be added again by who had it, with new keys and no proof', async () => {
    const name = 'again.ledger.dev'
    const first = await addReady(product, product.a, name)
    await deleteDomain(product.a.owner, { id: first.id })
    await reconcileDomain(product.a.worker, { id: first.id })
    const second = await addWithKeys(product.a, name)
    expect(second).toMatchObject({ ownershipNeeded: false, send: { found: 2 } })
    expect(recordOf(second, 'dkim1').host).not.toBe(recordOf(first, 'dkim1').host)
  })
})

describe('two claims on one name', () => {
  it('an unproven claim reserves nothing: who proves the name gets it, and the other claim starts anew', async () => {
    const name = 'rival.ledger.dev'
    const squatter = await addWithKeys(product.a, name)
    const { id } = await addDomain(product.b.owner, { name })
    const rival = await visit(product.b, id)
    expect(rival).toMatchObject({ state: 'pending', ownershipNeeded: true })
    expect(revealing().exec(asWords(rival))?.[0]).toBeUndefined()
    expect((await outside(name)).holders).toEqual([idOf(product.a)])

    await publish(product, rival, ['ownership'])
    const owner = await visitUntil(
      product.b,
      id,
      (d) => d.state === 'pending' && d.records.some((r) => r.key === 'dkim1'),
    )
    expect(recordOf(owner, 'dkim1').host).not.toBe(recordOf(squatter, 'dkim1').host)
    expect((await outside(name)).holders).toEqual([idOf(product.b)])

    const displaced = await visit(product.a, squatter.id)
    expect(displaced).toMatchObject({ state: 'pending', ownershipNeeded: true, send: { found: 0 } })
    expect(displaced.records.some((r) => r.group === 'dkim')).toBe(false)
    expect(recordOf(displaced, 'ownership').value).not.toBe(recordOf(rival, 'ownership').value)

    await publish(product, owner, ['dkim1', 'dkim2', 'dkim3', 'return_path', 'spf'])
    expect(await visitUntil(product.b, id, (d) => d.state === 'ready')).toMatchObject({
      sender: { identity: 'own' },
    })
    expect((await visit(product.a, squatter.id)).state).toBe('pending')

    await deleteDomain(product.a.owner, { id: squatter.id })
    await reconcileDomain(product.a.worker, { id: squatter.id })
    expect(await outside(name)).toMatchObject({
      identity: { dkimStatus: 'SUCCESS' },
      holders: [idOf(product.b)],
    })
  })

  it('the claim that gave way gets keys of its own when the other let go and it proves the name', async () => {
    const name = 'back.ledger.dev'
    const first = await addWithKeys(product.a, name)
    const rival = await visit(product.b, (await addDomain(product.b.owner, { name })).id)
    await publish(product, rival, ['ownership'])
    await visitUntil(product.b, rival.id, (d) => d.records.some((r) => r.key === 'dkim1'))
    await deleteDomain(product.b.owner, { id: rival.id })
    await reconcileDomain(product.b.worker, { id: rival.id })
    expect(await visit(product.a, first.id)).toMatchObject({ ownershipNeeded: true })
    await publish(product, await showDomain(product.a.owner, { id: first.id }), ['ownership'])
    const again = await visitUntil(
      product.a,
      first.id,
      (d) => d.state === 'pending' && d.records.some((r) => r.key === 'dkim1'),
    )
    expect(recordOf(again, 'dkim1').host).not.toBe(recordOf(first, 'dkim1').host)
    expect((await outside(name)).holders).toEqual([idOf(product.a)])
  })

  it("somebody else's proof is not mine", async () => {
    const name = 'token.ledger.dev'
    await addWithKeys(product.a, name)
    const rival = await visit(product.b, (await addDomain(product.b.owner, { name })).id)
    await product.world.panel.addRecord({
      name: `_letterhead.${name}`,
      type: 'TXT',
      value: `letterhead-verification=${'0'.repeat(32)}`,
    })
    expect(await visit(product.b, rival.id)).toMatchObject({ ownershipNeeded: true })
  })

  it('a proven holder stays: the proof of the other is kept and people decide', async () => {
    const name = 'held.ledger.dev'
    const holder = await addReady(product, product.a, name)
    const rival = await visit(product.b, (await addDomain(product.b.owner, { name })).id)
    await publish(product, rival, ['ownership'])
    await visit(product.b, rival.id)
    const waiting = await visit(product.b, rival.id)
    expect(waiting.notice).toMatch(/A person on our side looks at this name/)
    expect(waiting.records.some((r) => r.group === 'dkim')).toBe(false)
    expect(revealing().exec(asWords(waiting))?.[0]).toBeUndefined()
    expect(await visit(product.a, holder.id)).toMatchObject({ state: 'ready' })
    expect((await outside(name)).holders).toEqual([idOf(product.a)])
    const { items } = await listAttention(product.admin, {})
    expect(items).toContainEqual(
      expect.objectContaining({
        name,
        kind: 'contested',
        tenant: { slug: 'harbor', name: 'Harbor Books', environment: 'production' },
      }),
    )

    await deleteDomain(product.a.owner, { id: holder.id })
    await reconcileDomain(product.a.worker, { id: holder.id })
    const free = await visitUntil(product.b, rival.id, (d) => d.records.some((r) => r.group === 'dkim'))
    expect(free).toMatchObject({ notice: expect.not.stringMatching(/A person/) as string | null })
  })

  it('the refusals and answers of a name that a neighbour has are those of one that nobody has, but for the proof', async () => {
    await addWithKeys(product.a, 'quiet.ledger.dev')
    const taken = await addDomain(product.b.owner, { name: 'quiet.ledger.dev' })
    expect(await refusedWith(addDomain(product.b.owner, { name: 'quiet.ledger.dev' }))).toBe('domain_exists')
    expect(
      revealing().exec(asWords(await checkDomain(product.b.owner, { id: taken.id })))?.[0],
    ).toBeUndefined()
    await deleteDomain(product.b.owner, { id: taken.id })
    await reconcileDomain(product.b.worker, { id: taken.id })
    expect((await outside('quiet.ledger.dev')).holders).toEqual([idOf(product.a)])
  })
})

describe('the name of the platform', () => {
  it.each(['post.letterhead.dev', 'a.post.letterhead.dev', 'letterhead.dev'])(
    '%s is no name for a customer',
    async (name) => {
      expect(await refusedWith(addDomain(product.a.owner, { name }))).toBe('domain_is_platform')
    },
  )
})
