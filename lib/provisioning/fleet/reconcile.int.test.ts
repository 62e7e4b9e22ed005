import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDomain } from '@/lib/domains/add-domain'
import { rowsOf } from '@/lib/faces/testing/things'
import { closeInbox } from '@/lib/inboxes/close-inbox'
import { moveInbox } from '@/lib/inboxes/move-inbox'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { newTenant } from '@/lib/tenants/testing/new-tenant'
import { provisionTenant } from '../tenants/provision-tenant'
import { reconcileFleet } from './reconcile-fleet'
import { MOST_TOLD } from './view'

let product: TestProduct
let acme: Customer, bolt: Customer
beforeAll(async () => {
  product = await startTestProduct()
  acme = await newTenant(product, 'acme')
  bolt = await newTenant(product, 'bolt', { plan: 'free' })
  await addDomain(acme.owner, { name: 'mail.acme.dev' })
  await openInbox(acme.owner, {})
  const { id } = await openInbox(acme.owner, { localPart: 'sales' })
  await moveInbox(acme.owner, { id, localPart: 'orders' })
  const gone = await openInbox(acme.owner, { localPart: 'gone' })
  await closeInbox(acme.owner, { id: gone.id })
})
afterAll(() => product.stop())

const ask = <R extends object>(sql: string, values: unknown[] = []) => rowsOf<R>(product, sql, values)
const compare = (file: string, columns?: object, page?: { cursor?: string; limit: number }) =>
  reconcileFleet(product.admin, { file, ...(columns && { columns }), ...page })
const parts = ['onlyInList', 'onlyInFleet', 'differing'] as const

/** All answers, one behind the other. */
async function walk(file: string, limit: number) {
  const pages = [await compare(file, undefined, { limit })]
  for (let cursor = pages[0]!.nextCursor; cursor; cursor = pages.at(-1)!.nextCursor)
    pages.push(await compare(file, undefined, { limit, cursor }))
  return pages
}
const zone = 'acme.post.letterhead.dev'

describe('a list held against the fleet', () => {
  it('that says what is so differs in nothing', async () => {
    const list = [
      {
        ...{ tenant: 'acme', plan: 'pro', workspace: 'default' },
        ...{ inbox: `Agent@${zone}`, domain: 'MAIL.acme.dev' },
      },
      { tenant: acme.tenant.id, inbox: `orders@${zone}` },
      { tenant: 'bolt', plan: 'free' },
      { tenant: 'mnexa' },
      { tenant: 'harbor' },
    ]
    expect(await compare(JSON.stringify(list))).toEqual({
      ...{ listed: 5, standing: 4, passedOver: [] },
      compared: ['plan', 'workspace', 'inbox', 'domain'],
      onlyInList: { total: 0, items: [] },
      onlyInFleet: { total: 0, items: [] },
      differing: { total: 0, items: [] },
      nextCursor: null,
    })
  })

  it('shows both differences, and the fields that differ, each with where it stands', async () => {
    const file = [
      'tenant,plan,workspace,inbox,domain,country',
      `acme,enterprise,default,sales@${zone},mail.acme.dev,ch`,
      `acme,enterprise,default,gone@${zone},other.acme.dev,ch`,
      'bolt,free,retail,,,us',
      'nobody,free,,,,de',
      `${crypto.randomUUID()},,,,,de`,
    ].join('\n')
    const diff = await compare(file)
    expect(diff).toMatchObject({ listed: 5, passedOver: ['country'] })
    expect(diff.onlyInList).toMatchObject({
      total: 2,
      items: [{ line: 5, tenant: 'nobody' }, { line: 6 }],
    })
    expect(diff.onlyInFleet).toEqual({
      total: 2,
      items: [
        { tenant: 'harbor', name: 'Harbor Books', plan: 'pro', workspace: 'default' },
        { tenant: 'mnexa', name: 'Mnexa, Inc.', plan: 'pro', workspace: 'default' },
      ],
    })
    expect(diff.differing).toEqual({
      total: 6,
      items: [
        { tenant: 'acme', field: 'domain', line: 3, list: 'other.acme.dev', fleet: null },
        { tenant: 'acme', field: 'inbox', line: 2, list: `sales@${zone}`, fleet: `orders@${zone}` },
        { tenant: 'acme', field: 'inbox', line: 3, list: `gone@${zone}`, fleet: null },
        { tenant: 'acme', field: 'inbox', line: null, list: null, fleet: `agent@${zone}` },
        { tenant: 'acme', field: 'plan', line: 2, list: 'enterprise', fleet: 'pro' },
        { tenant: 'bolt', field: 'workspace', line: 4, list: 'retail', fleet: 'default' },
      ],
    })
  })

  it('without a column for them says nothing of inboxes and domains', async () =>
    expect((await compare('tenant,plan\nacme,pro')).differing.total).toBe(0))

  it('of another customer’s address does not take it for its own', async () => {
    const { differing } = await compare(`tenant,inbox,domain\nbolt,agent@${zone},mail.acme.dev`)
    expect(differing.items).toMatchObject([
      { tenant: 'bolt', field: 'domain', list: 'mail.acme.dev', fleet: null },
      { tenant: 'bolt', field: 'inbox', list: `agent@${zone}`, fleet: null },
    ])
    expect(bolt.tenant.slug).toBe('bolt')
  })

  it.each([1, 2, 4])('is told whole, %d of each part at a time', async (limit) => {
    const file = [
      'tenant,plan,workspace,inbox,domain',
      `acme,enterprise,default,sales@${zone},mail.acme.dev`,
      `acme,enterprise,default,gone@${zone},other.acme.dev`,
      'bolt,pro,retail,,',
      ...['zoe', 'ann', 'kim'].map((name) => `${name},free,,,`),
    ].join('\n')
    const whole = await compare(file, undefined, { limit: MOST_TOLD })
    const pages = await walk(file, limit)
    for (const part of parts) {
      expect(pages.flatMap((page): object[] => page[part].items)).toEqual(whole[part].items)
      for (const page of pages) {
        expect(page[part].total).toBe(whole[part].items.length)
        expect(page[part].items.length).toBeLessThanOrEqual(limit)
      }
    }
    expect(whole).toMatchObject({ nextCursor: null, onlyInList: { total: 3 }, differing: { total: 7 } })
    expect(pages.length).toBe(Math.ceil(Math.max(...parts.map((part) => whole[part].total)) / limit))
  })

  it('of a hundred thousand lines is answered in seconds: the first of each, and how many there are', async () => {
    await ask(
      `insert into "Tenant" (slug, name, "workspaceId", environment)
         select 'many-' || n, 'Many', w.id, w.environment
           from generate_series(1, 12000) n, "Workspace" w where w.slug = 'default'`,
    )
    await ask(
      `with made as (insert into "Inbox" ("tenantId", name, address, "createdBy")
         select id, 'i', 'agent@' || slug || '.dev', 'test' from "Tenant" where slug like 'many-%' returning "tenantId", id, address)
       insert into "InboxAddress" ("tenantId", "inboxId", address, kind) select "tenantId", id, address, 'primary' from made`,
    )
    await ask('analyze')
    const lines = Array.from({ length: 100_000 }, (_, n) => {
      const slug = n < 80_000 ? `many-${(n % 8_000) + 1}` : `else-${n}`
      return `${slug},pro,default,${n % 2 ? 'agent' : 'other'}@${slug}.dev,`
    })
    const file = ['tenant,plan,workspace,inbox,domain', ...lines].join('\n')
    const before = performance.now()
    const diff = await compare(file)
    expect(performance.now() - before).toBeLessThan(20_000)
    const sizes = [diff.onlyInList, diff.onlyInFleet, diff.differing].map(({ total, items }) => [
      total,
      items.length,
    ])
    // What several lines say of one tenant is told once: 8,000 plans, and for every other tenant an address on either side.
    expect(sizes).toEqual([
      [20_000, 1_000],
      [4_004, 1_000],
      [16_000, 1_000],
    ])
    const [all, ...more] = await walk(file, MOST_TOLD)
    expect(parts.map((part) => all![part].items.length)).toEqual([20_000, 4_004, 16_000])
    expect(all!.nextCursor).toBeNull()
    expect(more).toEqual([])
  })

  it.each([
    'x',
    Buffer.from('{}').toString('base64url'),
    Buffer.from('{"onlyInList":1.5,"onlyInFleet":null,"differing":null}').toString('base64url'),
    Buffer.from('{"onlyInList":null,"onlyInFleet":"a\\u0000","differing":null}').toString('base64url'),
    Buffer.from('{"onlyInList":null,"onlyInFleet":"a\\ud800","differing":null}').toString('base64url'),
  ])('has no page behind %s', async (cursor) =>
    expect(await refusedWith(compare('tenant\nacme', undefined, { cursor, limit: 1 }))).toBe('invalid_input'),
  )

  it('that spells out what is no character is asked for as far as it can be', async () => {
    const names = ['"a\\u0000"', '"a\\u001fb"', '"b\\ud800"', JSON.stringify(`${'x'.repeat(199)}😀`)]
    const { onlyInList } = await compare(`[${names.map((name) => `{"tenant":${name}}`).join(',')}]`)
    expect(onlyInList.items.map(({ tenant }) => tenant)).toEqual([
      'a\ufffd',
      'a\ufffdb',
      'b\ufffd',
      `${'x'.repeat(199)}\ufffd`,
    ])
  })

  it('changes nothing, and is for who may see the fleet', async () => {
    const file = 'tenant\nacme'
    expect(await refusedWith(reconcileFleet(product.support, { file }))).toBe('forbidden')
    expect(await refusedWith(reconcileFleet(acme.owner, { file }))).toBe('forbidden')
    expect(await compare(file)).toMatchObject({ listed: 1 })
    expect(await refusedWith(compare('tenant\n"'))).toBe('file_malformed')
  })

  it('may be the platform’s own table, by the client ids it provisioned with', async () => {
    await provisionTenant(product.admin, {
      clientId: '4711',
      slug: 'cog',
      name: 'Cog',
      plan: 'pro',
    })
    const table = [
      { CrmId: 4711, tier: 'pro', mail: null, seats: 12 },
      { CrmId: 4712, tier: 'free', mail: null, seats: 1 },
    ]
    const named = { tenant: 'crmid', plan: 'tier' }
    for (const file of [JSON.stringify(table), table.map((one) => JSON.stringify(one)).join('\n')])
      expect(await compare(file, named)).toMatchObject({
        ...{ listed: 2, compared: ['plan'], passedOver: ['mail', 'seats'] },
        onlyInList: { total: 1, items: [{ line: 2, tenant: '4712' }] },
        onlyInFleet: { items: expect.not.arrayContaining([expect.objectContaining({ tenant: 'cog' })]) },
        differing: { total: 0 },
      })
    expect(await compare('crmid\n4711\ncog', { tenant: 'crmid' })).toMatchObject({ onlyInList: { total: 0 } })
  })

  it('a name that is the slug of one and the client id of another means what most lines mean', async () => {
    for (const [clientId, slug] of [
      ['dart', 'dart-2'],
      ['echo', 'echo-2'],
      ['acme', 'foxy'],
    ] as const)
      await provisionTenant(product.admin, { clientId, slug, name: slug, plan: 'pro' })
    const missing = async (file: string) =>
      (await compare(file)).onlyInFleet.items.map(({ tenant }) => tenant)
    expect(await missing('tenant\ndart\necho\nacme')).toEqual(expect.arrayContaining(['acme']))
    expect(await missing('tenant\ndart\necho\nacme')).not.toContain('foxy')
    expect(await missing('tenant\ndart-2\necho-2\nacme')).toEqual(expect.arrayContaining(['foxy']))
    expect(await missing('tenant\ndart-2\necho-2\nacme')).not.toContain('acme')
  })
})
