import { afterAll, beforeAll, expect, it } from 'vitest'
import { acceptInvite } from '@/lib/accounts/invites/platform'
import { mailBody } from '@/lib/accounts/queue-mail'
import { becoming } from '@/lib/faces/become'
import { mint } from '@/lib/kernel/mint'
import { decrypt } from '@/lib/kernel/vault'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { createTenant } from './create-tenant'
import { inviteOwner } from './invite-owner'
import { searchTenants } from './search-tenants'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const ask = <R extends object>(sql: string, values: unknown[] = []) => product.database.ask<R>(sql, values)

it('an organisation is made whole: stream, its preparation, the trail, and its owner invited', async () => {
  const made = await createTenant(product.admin, {
    ...{ slug: ' quill-press ', name: ' Quill Press ', ownerEmail: 'Olive@quill.dev' },
  })
  expect(made).toMatchObject({ slug: 'quill-press', name: 'Quill Press', workspace: { slug: 'default' } })
  const { id } = made
  expect(await ask(`select name, "provisionedAt" from "Stream" where "tenantId" = $1`, [id])).toEqual([
    { name: 'main', provisionedAt: null },
  ])
  expect(
    await ask(
      `select 1 as job from pgboss.job where name = 'tenants.prepare_stream' and data ->> 'tenantId' = $1`,
      [id],
    ),
  ).toHaveLength(1)
  const acts = await ask<{ action: string }>(
    `select action from "AuditEvent" where "tenantId" = $1 order by id`,
    [id],
  )
  expect(acts.map((a) => a.action)).toEqual(['tenant.created', 'member.invited'])

  const [mail] = await ask<{ id: string; tenantId: string; body: Buffer }>(
    `select * from "SystemMail" where recipient = 'olive@quill.dev'`,
  )
  const { text } = JSON.parse(await decrypt(mail!.tenantId, mailBody(mail!.id), mail!.body)) as {
    text: string
  }
  const token = /token=([\w-]+)/.exec(text)![1]!
  const joined = await acceptInvite({
    ...{ token, name: 'Olive', signedIn: null },
    opening: { kind: 'web', label: 'Firefox', address: null },
    become: becoming({ door: 'web' }),
  })
  expect(joined).toMatchObject({ role: 'owner', tenant: { slug: 'quill-press' } })
})

it('two at once with one slug: one wins, and a slug that is taken makes nothing', async () => {
  const make = (name: string) =>
    createTenant(product.admin, { slug: 'twins', name, ownerEmail: `${name}@twins.dev` })
  const ends = await Promise.allSettled(['one', 'two', 'three'].map(make))
  expect(ends.filter((e) => e.status === 'fulfilled')).toHaveLength(1)
  expect(await refusedWith(make('four'))).toBe('tenant_exists')
  expect((await searchTenants(product.support, { search: 'twins' })).items).toHaveLength(1)
  expect(await ask(`select 1 as mail from "SystemMail" where recipient like '%@twins.dev'`)).toHaveLength(1)
})

it('what is wrong is told at its field; support and customers create none', async () => {
  const make = (input: object, as: Parameters<typeof createTenant>[0] = product.admin) =>
    refusedWith(createTenant(as, { slug: 'fresh', name: 'Fresh', ...input }))
  expect(await make({ slug: 'Not A Slug' })).toBe('slug_malformed')
  expect(await make({ slug: 'support' })).toBe('tenant_exists')
  expect(await make({ name: ' ' })).toBe('invalid_input')
  expect(await make({ ownerEmail: 'nobody' })).toBe('email_malformed')
  for (const as of [product.support, product.a.owner]) expect(await make({}, as)).toBe('forbidden')
  const key = { keyId: crypto.randomUUID(), name: 'deploy', scopes: ['tenants.create'] }
  expect(await createTenant(mint.platformKey(key), { slug: 'fresh', name: 'Fresh' })).toMatchObject({
    slug: 'fresh',
  })
})

it('the platform’s own organisation is given to nobody, also while it has no owner', async () => {
  await ask(`delete from "Membership" where "tenantId" = $1`, [product.platform.tenant.id])
  const email = 'me@evil.dev'
  expect(await refusedWith(inviteOwner(product.admin, { tenant: 'letterhead', email }))).toBe('not_found')
})

it('an organisation nobody is in gets another first owner; one that has an owner does not', async () => {
  const invite = (tenant: string, email: string) => inviteOwner(product.admin, { tenant, email })
  await createTenant(product.admin, { slug: 'orphan', name: 'Orphan', ownerEmail: 'mistyped@orphan.dev' })
  expect(await invite('orphan', 'right@orphan.dev')).toMatchObject({
    email: 'right@orphan.dev',
    role: 'owner',
  })
  expect(await invite('orphan', 'right@orphan.dev')).toMatchObject({ expired: false })
  const open = await ask<{ email: string }>(
    `select email from "Invite" i join "Tenant" t on t.id = i."tenantId"
      where t.slug = 'orphan' and "revokedAt" is null`,
  )
  expect(open).toEqual([{ email: 'right@orphan.dev' }])
  expect(await refusedWith(invite('mnexa', 'me@letterhead.dev'))).toBe('conflict')
  expect(await refusedWith(invite('nowhere', 'me@letterhead.dev'))).toBe('not_found')
  expect(await refusedWith(inviteOwner(product.support, { tenant: 'orphan', email: 'x@orphan.dev' }))).toBe(
    'forbidden',
  )
})
