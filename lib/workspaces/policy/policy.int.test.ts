import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { showEvent } from '@/lib/audit/show-event'
import { searchEvents } from '@/lib/audit/oversight/search-events'
import { report } from '@/lib/audit/reports/report'
import { addDomain } from '@/lib/domains/add-domain'
import { after, DAY } from '@/lib/kernel/clock'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { standAt, TEN_PAST } from '@/lib/usage/testing/stand-at'
import { withClient } from '@/prisma/sql'
import { createWorkspace } from '../create-workspace'
import { showWorkspace } from '../show-workspace'
import { policyHistory } from './policy-history'
import { previewPolicy } from './preview-policy'
import { restorePolicy } from './restore-policy'
import { setPolicy } from './set-policy'

let product: TestProduct
const workspace = 'tight'
const sql = (text: string, values: unknown[] = []) =>
  withClient(product.database.superUrl, (c) => c.query(text, values))
type Policy = Parameters<typeof setPolicy>[1]['policy']
const set = (version: number, policy: object) =>
  setPolicy(product.admin, { workspace, version, policy: policy as Policy })
const preview = (policy: object) => previewPolicy(product.admin, { workspace, policy: policy as Policy })
const fieldOf = async (name: string, policy: object) =>
  (await preview(policy)).fields.find((field) => field.name === name)!
const version = async () => (await showWorkspace(product.admin, { workspace })).policy.version

async function lodger(slug: string, plan: string): Promise<Customer> {
  const who = await product.newCustomer(slug)
  await sql(
    `update "Tenant" set plan = $2::"Plan", "workspaceId" = (select id from "Workspace" where slug = $3) where id = $1`,
    [who.tenant.id, plan, workspace],
  )
  return who
}

let free: Customer
let pro: Customer
beforeAll(async () => {
  product = await startTestProduct()
  await standAt(product.database)
  await createWorkspace(product.admin, { slug: workspace, name: 'Tight', environment: 'production' })
  free = await lodger('free-one', 'free')
  pro = await lodger('pro-one', 'pro')
})
afterAll(() => product.stop())

describe('an edit of a policy', () => {
  it('holds for the very next act, and so does its end', async () => {
    await addDomain(pro.owner, { name: 'one.pro.dev' })
    await set(1, { domains: 1 })
    expect(await refusedWith(addDomain(pro.owner, { name: 'two.pro.dev' }))).toBe('limit_reached')
    await set(2, { domains: null })
    await addDomain(pro.owner, { name: 'two.pro.dev' })
  })

  it('is refused with who came first when two are made at once, and nothing of the second is kept', async () => {
    const now = await version()
    const both = await Promise.allSettled([set(now, { members: 7 }), set(now, { requestsPerMinute: 70 })])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { reason } = both.find((one) => one.status === 'rejected')!
    expect(reason).toMatchObject({ code: 'policy_conflict' })
    expect((reason as Error).message).toMatch(
      /^Ines Keller changed this policy on \d{4}-\d\d-\d\d at \d\d:\d\d UTC/,
    )
    const { policy } = await showWorkspace(product.admin, { workspace })
    expect(policy.version).toBe(now + 1)
    expect(policy.fields.filter(({ value }) => value !== null)).toHaveLength(1)
    await set(now + 1, { members: null, requestsPerMinute: null })
  })

  it('is refused above a ceiling and under the least, each at its field, and let through at both', async () => {
    const now = await version()
    await expect(set(now, { requestsPerMinute: 12_001, domains: 1_001, members: 3 })).rejects.toMatchObject({
      code: 'limit_above_ceiling',
      fields: {
        'policy.domains': 'Domains: 1,001 is above the ceiling of 1,000 domains.',
        'policy.requestsPerMinute': expect.stringContaining('12,000') as string,
      },
    })
    await expect(set(now, { members: 0 })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: { 'policy.members': 'At least 1.' },
    })
    for (const policy of [{ members: 1.5 }, { members: '5' }, { storage: 5 }])
      expect(await refusedWith(set(now, policy))).toBe('invalid_input')
    expect(await version()).toBe(now)
    await set(now, { requestsPerMinute: 12_000, domains: 1_000, members: 1 })
    await set(now + 1, { requestsPerMinute: null, domains: null, members: null })
  })

  it('that changes nothing makes no version', async () => {
    const now = await version()
    expect((await set(now, {})).version).toBe(now)
    expect((await set(now, { domains: null })).version).toBe(now)
  })

  it('is the admins’', async () => {
    const input = { workspace, version: 1, policy: {} }
    expect(await refusedWith(setPolicy(product.support, input))).toBe('forbidden')
    expect(await refusedWith(setPolicy(pro.owner, input))).toBe('forbidden')
    expect(await refusedWith(set(99, {}))).toBe('policy_conflict')
  })
})

describe('the history', () => {
  it('says who, when and what, newest first, and puts values back as a new version', async () => {
    const now = await version()
    await set(now, { domains: 4, members: 9 })
    await set(now + 1, { domains: 5 })
    const { items } = await policyHistory(product.admin, { workspace, limit: 2 })
    expect(items).toMatchObject([
      {
        version: now + 2,
        changedBy: 'Ines Keller',
        restoredFrom: null,
        changes: [{ name: 'domains', before: 4, after: 5 }],
      },
      {
        version: now + 1,
        changes: [
          { name: 'domains', before: null, after: 4 },
          { name: 'members', before: null, after: 9 },
        ],
      },
    ])
    const back = await restorePolicy(product.admin, { workspace, version: now + 2, to: now })
    expect(back).toMatchObject({ version: now + 3, changedBy: 'Ines Keller' })
    expect(back.fields.every(({ value }) => value === null)).toBe(true)
    const [last] = (await policyHistory(product.admin, { workspace })).items
    expect(last).toMatchObject({ version: now + 3, restoredFrom: now })
    await restorePolicy(product.admin, { workspace, version: now + 3, to: 1 })
    expect(await refusedWith(restorePolicy(product.admin, { workspace, version: now, to: 1 }))).toBe(
      'policy_conflict',
    )
    expect(await refusedWith(restorePolicy(product.admin, { workspace, version: now + 3, to: 999 }))).toBe(
      'not_found',
    )
  })

  it('comes page by page, each version once', async () => {
    const seen: number[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Awaited<ReturnType<typeof policyHistory>> = await policyHistory(product.admin, {
        ...{ workspace, limit: 3 },
        ...(cursor && { cursor }),
      })
      seen.push(...page.items.map((item) => item.version))
      cursor = page.nextCursor
    }
    const newest = await version()
    expect(seen).toEqual(Array.from({ length: newest - 1 }, (_, at) => newest - at))
    expect(await refusedWith(policyHistory(product.admin, { workspace, cursor: 'x' }))).toBe('invalid_input')
  })

  it('of values that today’s ceiling forbids is told, not put back', async () => {
    const now = await version()
    await set(now, { domains: 6 })
    await sql(
      `update "PolicyRevision" set after = after || '{"domains": 5000}' where version = $1
         and "workspaceId" = (select id from "Workspace" where slug = $2)`,
      [now + 1, workspace],
    )
    await set(now + 1, { domains: null })
    const back = restorePolicy(product.admin, { workspace, version: now + 2, to: now + 1 })
    expect(await refusedWith(back)).toBe('limit_above_ceiling')
  })

  it('stands in the platform’s trail with what was so before and after, and in a tenant’s report', async () => {
    const now = await version()
    await set(now, { members: 8 })
    const [event] = (await searchEvents(product.admin, { action: 'workspace.policy_set' })).items
    expect(event).toMatchObject({
      text: 'Ines Keller changed the policy of the workspace Tight',
      tenant: { slug: 'letterhead' },
    })
    expect(await showEvent(product.platform.owner, { id: event!.id })).toMatchObject({
      before: { members: null },
      after: { members: 8 },
    })
    await set(now + 1, { members: null })
    const { rows } = await sql(
      `select h.at from "WorkspaceHistory" h join "Workspace" w on w.id = h."workspaceId"
        where w.slug = $1 and (h.fact ->> 'members')::int = 8`,
      [workspace],
    )
    const [then] = rows as { at: Date }[]
    expect((await report(free.owner, { at: then!.at.toISOString() })).workspace).toMatchObject({
      name: 'Tight',
      policy: { slug: 'tight', members: 8, domains: null },
    })
    expect((await report(free.owner, {})).workspace.policy).toMatchObject({ members: null })
  })
})

describe('the preview', () => {
  it('says what each plan comes to, and counts who is touched', async () => {
    const { tenants, touched, fields } = await preview({ domains: 20 })
    expect({ tenants, touched }).toEqual({ tenants: 2, touched: 1 })
    expect(fields.find(({ name }) => name === 'domains')).toMatchObject({
      now: { value: null, source: 'plan' },
      ...{ proposed: 20, touched: 1, ceiling: 1_000 },
      plans: [
        { plan: 'free', says: '1 tenant on free keeps 3 domains: the plan is tighter.' },
        { plan: 'pro', says: '1 tenant on pro goes from 50 domains to 20 domains.' },
      ],
    })
    expect(await refusedWith(preview({ domains: 1_001 }))).toBe('limit_above_ceiling')
    expect(await version()).toBe((await preview({})).version)
  })

  it('of what stands: who is above, and exactly what was added and would have been refused', async () => {
    await sql(`update "Domain" set "createdAt" = now() - interval '8 days' where name = 'one.pro.dev'`)
    for (const name of ['three.pro.dev', 'four.pro.dev']) await addDomain(pro.owner, { name })
    await addDomain(free.owner, { name: 'one.free.dev' })
    // Four stand, three of them new: one place beyond two, two beyond one.
    for (const [limit, refused] of [
      [4, 0],
      [3, 1],
      [1, 3],
      [0, 4],
    ] as const) {
      const { above, dryRun } = await fieldOf('domains', { domains: limit })
      expect({ limit, refused: dryRun.refused }).toEqual({ limit, refused })
      expect(above.tenants).toBe(limit === 0 ? 2 : limit < 4 ? 1 : 0)
      expect(dryRun.basis).toBe('made')
    }
    const { above } = await fieldOf('domains', { domains: 3 })
    expect(above.first).toEqual([{ slug: 'pro-one', name: 'pro-one', used: 4, limit: 3 }])
    expect(above.says).toContain('Nothing is taken away')

    const now = await version()
    await set(now, { domains: 3 })
    expect(await refusedWith(addDomain(pro.owner, { name: 'five.pro.dev' }))).toBe('limit_reached')
    await addDomain(free.owner, { name: 'two.free.dev' })
    await set(now + 1, { domains: null })
  })

  it('of windows: by what was used in each of them, of the last seven days only', async () => {
    const day = (ago: number) =>
      after(TEN_PAST, -ago * DAY)
        .toISOString()
        .slice(0, 10)
    for (const [who, ago, used] of [
      [pro, 0, 90],
      [pro, 2, 150],
      [pro, 8, 9_000],
      [free, 1, 120],
      [free, 3, 10],
    ] as const)
      await sql(
        `insert into "Usage" ("tenantId", kind, period, used) values ($1, 'recipientsPerDay', $2, $3)`,
        [who.tenant.id, day(ago), used],
      )
    const { dryRun, above } = await fieldOf('recipientsPerDay', { recipientsPerDay: 80 })
    expect(dryRun).toMatchObject({ basis: 'used', refused: 10 + 70 + 40, tenants: 2, since: day(3) })
    expect(above).toMatchObject({ tenants: 1, first: [{ slug: 'pro-one', used: 90, limit: 80 }] })
    expect((await fieldOf('recipientsPerHour', { recipientsPerHour: 1 })).dryRun.basis).toBe('none')
    // The free plan's limit does not change, so nothing of its tenants would have been different.
    expect((await fieldOf('recipientsPerDay', { recipientsPerDay: 1_000 })).dryRun).toMatchObject({
      refused: 0,
    })
    expect((await fieldOf('recipientsPerDay', {})).dryRun.basis).toBe('unchanged')
  })
})
