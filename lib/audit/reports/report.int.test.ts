import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { withClient } from '@/prisma/sql'
import { addDomain } from '@/lib/domains/add-domain'
import { report } from './report'
import { reportFor } from './report-for'

let product: TestProduct
let who: Customer
const sql = (text: string, values: unknown[] = []) =>
  withClient(
    product.database.superUrl,
    async (c) => (await c.query<Record<string, unknown>>(text, values)).rows,
  )
/** Moves what is known so far into the past: history keeps the order it was written in. */
const setBack = (days: number) =>
  sql(`update "History" set at = at - make_interval(days => $2) where "tenantId" = $1`, [who.tenant.id, days])
const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  product = await startTestProduct()
  who = await product.newCustomer('kept')
  await addDomain(who.owner, { name: 'first.dev' })
  await sql(`update "WorkspaceHistory" set at = at - interval '90 days'`)
  await setBack(20)
  await sql(`delete from "Membership" where "tenantId" = $1 and role = 'member'`, [who.tenant.id])
  await sql(`update "Membership" set role = 'member' where "tenantId" = $1`, [who.tenant.id])
  await sql(`update "Domain" set state = 'ready', receiving = 'lost' where "tenantId" = $1`, [who.tenant.id])
  await sql(`update "Tenant" set name = 'Renamed' where id = $1`, [who.tenant.id])
  await setBack(10)
  await addDomain(who.owner, { name: 'second.dev' })
  await sql(`update "Workspace" set members = 7, "requestsPerMinute" = 90 where slug = 'default'`)
})
afterAll(() => product.stop())

it('tells what was so at a time, after all of it changed', async () => {
  expect(await report(who.owner, { at: dayBefore(15) })).toMatchObject({
    tenant: { slug: 'kept', name: 'kept' },
    workspace: { environment: 'production', policy: { isDefault: true, slug: 'default' } },
    accounts: [
      { email: 'owner@kept.dev', role: 'owner' },
      { email: 'member@kept.dev', role: 'member' },
    ],
    domains: [{ name: 'first.dev', state: 'provisioning', receiving: 'pending' }],
  })
  const later = await report(who.owner, { at: dayBefore(5) })
  expect(later.workspace.policy).not.toHaveProperty('members', 7)
  expect(later).toMatchObject({
    tenant: { name: 'Renamed' },
    accounts: [{ email: 'owner@kept.dev', role: 'member' }],
    domains: [{ name: 'first.dev', state: 'ready', receiving: 'lost' }],
  })
})

it('tells what is so now, unless a time is named, and for a time to come', async () => {
  for (const input of [{}, { at: dayBefore(0) }, { at: '2100-01-01' }]) {
    const now = await report(who.owner, input)
    expect(now.domains.map((d) => d.name)).toEqual(['first.dev', 'second.dev'])
    expect(now.workspace.policy).toMatchObject({ members: 7, requestsPerMinute: 90, domains: null })
    expect(Date.parse(now.at)).toBeLessThanOrEqual(Date.now())
  }
})

it('a date means its end, a time means that very time', async () => {
  const [row] = await sql(
    `select at from "History" where "tenantId" = $1 and subject = 'domain' order by at limit 1`,
    [who.tenant.id],
  )
  const at = row!.at as Date
  const namesAt = async (text: string) => (await report(who.owner, { at: text })).domains.map((d) => d.name)
  expect(await namesAt(at.toISOString())).toEqual(['first.dev'])
  expect(await namesAt(new Date(at.getTime() - 1).toISOString())).toEqual([])
  expect(await namesAt(at.toISOString().slice(0, 10))).toEqual(['first.dev'])
  expect((await report(who.owner, { at: at.toISOString().slice(0, 10) })).at).toMatch(/T23:59:59\.999Z$/)
})

it('before the organisation existed there is nothing to tell', async () => {
  expect(await refusedWith(report(who.owner, { at: '2020-01-01' }))).toBe('not_found')
  await expect(report(who.owner, { at: '2020-01-01' })).rejects.toThrow('did not exist at that time')
})

it('is for its owner and for admins, and tells nothing of others', async () => {
  expect(await reportFor(product.admin, { tenant: 'kept', at: dayBefore(5) })).toMatchObject({
    tenant: { name: 'Renamed' },
  })
  await sql(
    `update "Workspace" set "blockedSenders" = '{rival.example}', "allowedSenders" = '{friend.example}',
       rules = '[{"name": "About Acme"}]' where slug = 'default'`,
  )
  const inFull = JSON.stringify((await reportFor(product.admin, { tenant: 'kept' })).workspace)
  const told = JSON.stringify((await report(who.owner, {})).workspace)
  for (const word of ['rival.example', 'friend.example', 'About Acme']) {
    expect(inFull).toContain(word)
    expect(told).not.toContain(word)
  }
  expect(told).toContain('spamSensitivity')
  expect(JSON.stringify(await report(product.b.owner, {}))).not.toMatch(/kept|first\.dev/)
  expect(await refusedWith(report(who.member, {}))).toBe('forbidden')
  expect(await refusedWith(reportFor(product.support, { tenant: 'kept' }))).toBe('forbidden')
  expect(await refusedWith(reportFor(product.admin, { tenant: 'nobody' }))).toBe('not_found')
  expect(await refusedWith(report(who.owner, { at: '2026-13-01' }))).toBe('invalid_input')
})
