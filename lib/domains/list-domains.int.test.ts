import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { listActivity } from '@/lib/audit/list-activity'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { sendTestMessage } from '@/lib/sending/send-test-message'
import { searchTenants } from '@/lib/tenants/search-tenants'
import { showTenant } from '@/lib/tenants/show-tenant'
import { listWorkspaces } from '@/lib/workspaces/list-workspaces'
import { addDomain } from './add-domain'
import { checkDomain } from './check-domain'
import { listDomains } from './list-domains'
import { observeDomain } from './observe-domain'
import { resolver } from './resolver'
import { showDomain } from './show-domain'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
  for (const name of ['one.ledger.dev', 'two.ledger.dev', 'three.ledger.dev', 'bücher.dev'])
    await addDomain(product.a.owner, { name })
})
afterAll(() => product.stop())

describe('the list of domains', () => {
  it('comes page by page, newest first, each once', async () => {
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Awaited<ReturnType<typeof listDomains>> = await listDomains(product.a.member, {
        limit: 3,
        ...(cursor && { cursor }),
      })
      seen.push(...page.items.map((d) => d.unicodeName))
      cursor = page.nextCursor
    }
    expect(seen).toEqual(['bücher.dev', 'three.ledger.dev', 'two.ledger.dev', 'one.ledger.dev'])
  })

  it.each([
    ['LEDGER', 3],
    ['  two ', 1],
    ['xn--bcher', 1],
    ['nothing', 0],
    ["' or 1=1 --", 0],
    ['%', 0],
    ['_', 0],
    ['\u0000', 0],
    ['tw\u0000o', 0],
  ])('search %j finds %i', async (search, found) =>
    expect((await listDomains(product.a.owner, { search })).items).toHaveLength(found),
  )

  it('a made-up cursor is told at its field', async () =>
    expect(await refusedWith(listDomains(product.a.owner, { cursor: 'rubbish' }))).toBe('invalid_input'))
})

it('a search of support finds tenants by name, slug or domain, and takes any text', async () => {
  const slugs = async (search: string) =>
    (await searchTenants(product.support, { search })).items.map((t) => t.slug)
  expect(await slugs('Harbor Bo')).toEqual(['harbor'])
  expect(await slugs('MNEXA')).toEqual(['mnexa'])
  expect(await slugs('three.ledger')).toEqual(['mnexa'])
  expect(await slugs('%')).toEqual([])
  expect(await slugs('\u0000')).toEqual([])
  expect((await slugs('')).toSorted()).toEqual(['harbor', 'mnexa'])
})

it('a key of a click may be any text', async () => {
  const { items } = await listDomains(product.a.owner, { search: 'one' })
  const click = (idempotencyKey: string) =>
    refusedWith(sendTestMessage(product.a.owner, { domainId: items[0]!.id, idempotencyKey }))
  expect(await click('a click \u0000 with nothing')).toBe('invalid_input')
  expect(await click('short')).toBe('invalid_input')
  expect(await click('💌'.repeat(10))).toBe('sender_blocked')
})

it('the rest of what people read', async () => {
  expect(await showTenant(product.a.member, {})).toMatchObject({
    slug: 'mnexa',
    workspace: { slug: 'default' },
  })
  expect(await listWorkspaces(product.admin, { environment: 'production' })).toMatchObject({
    items: [{ slug: 'default', isDefault: true, tenants: 2 }],
  })
  expect((await listActivity(product.a.member, { limit: 1 })).items).toMatchObject([
    { text: 'Mnexa, Inc. owner added the domain xn--bcher-kva.dev' },
  ])
})

it('a click while a look is under way brings another look: it may have seen too little', async () => {
  const { id } = await addDomain(product.b.owner, { name: 'slow.ledger.dev' })
  await observeDomain(product.b.worker, { id })
  const shown = () => showDomain(product.b.owner, { id })
  expect(Date.parse((await shown()).nextCheckAt)).toBeGreaterThan(Date.now())
  await product.world.panel.setDns('silent')
  const asked = vi.spyOn(resolver(), 'lookup')
  const look = observeDomain(product.b.worker, { id })
  await vi.waitFor(() => expect(asked).toHaveBeenCalled(), { timeout: 30_000 })
  asked.mockRestore()
  await checkDomain(product.b.owner, { id })
  await look.finally(() => product.world.panel.setDns('up'))
  expect((await shown()).checkedAt).not.toBeNull()
  expect(Date.parse((await shown()).nextCheckAt)).toBeLessThanOrEqual(Date.now())
})
