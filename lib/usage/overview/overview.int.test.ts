import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planLimits, planNames, type PlanName } from '@/lib/tenants/plans'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { effectiveLimits } from '../effective-limits'
import { limitFields, limitNames, meteredNames, type Limits, type MeteredName } from '../fields'
import { levelOf } from '../level'
import { periodOf } from '../period'
import { countUsage } from './count-usage'
import { overseeUsage } from './oversee-usage'
import { standAt } from '../testing/stand-at'
import { sorts } from './sort'
import type { StandingView } from './view'

let product: TestProduct
const ask = <R extends object>(sql: string, values: unknown[] = []) => product.database.ask<R>(sql, values)

interface Made {
  slug: string
  plan: PlanName
  policy: Limits
  used: Record<MeteredName, number>
}
const made: Made[] = []

/** Policies below, at and above what plans give, in every mixture that the numbers come to. */
const policies: (Limits & { slug: string })[] = Array.from({ length: 8 }, (_, n) => ({
  slug: `ws-${n}`,
  ...(Object.fromEntries(
    limitNames.map((name, at) => [name, (n >> (at % 3)) & 1 ? (n + 1) * 10 ** (at % 4) : null]),
  ) as Limits),
}))

beforeAll(async () => {
  product = await startTestProduct()
  await standAt(product.database, '2026-11-21T15:10:00Z')
  for (const { slug, ...policy } of policies) {
    await ask(
      `insert into "Workspace" (slug, name, ${limitNames.map((name) => `"${name}"`).join(', ')})
         values ($1, $1, ${limitNames.map((_, at) => `$${at + 2}`).join(', ')})`,
      [slug, ...limitNames.map((name) => policy[name])],
    )
    for (const plan of planNames)
      for (const n of [0, 1, 2]) await makeTenant(`t-${slug}-${plan}-${n}`, slug, plan, policy, n)
  }
})
afterAll(() => product.stop())

/** Nothing used; a part of each limit; all of one of them and more. */
async function makeTenant(slug: string, workspace: string, plan: PlanName, policy: Limits, n: number) {
  await ask(
    `insert into "Tenant" (slug, name, "workspaceId", plan, "suspendedAt", "createdAt")
       select $1, upper($1), id, $3::"Plan", $4::timestamptz, now() - $5 * interval '1 hour' from "Workspace" where slug = $2`,
    [slug, workspace, plan, n === 2 ? new Date() : null, made.length % 7],
  )
  const limits = effectiveLimits(planLimits(plan), policy)
  const used = Object.fromEntries(
    meteredNames.map((name, at) => {
      const limit = limits[name] ?? 1000
      return [name, n === 0 ? 0 : Math.floor((limit * ((made.length + at * 3) % 11)) / 8)]
    }),
  ) as Record<MeteredName, number>
  for (const name of meteredNames)
    if (used[name] > 0)
      await ask(
        `insert into "Usage" ("tenantId", kind, period, used) select id, $2, $3, $4 from "Tenant" where slug = $1`,
        [slug, name, periodOf(limitFields[name].window, new Date('2026-11-21T15:10:00Z')), used[name]],
      )
  // What was used in other windows is over.
  await ask(
    `insert into "Usage" ("tenantId", kind, period, used) select id, 'recipientsPerDay', '2026-11-20', 999999 from "Tenant" where slug = $1`,
    [slug],
  )
  made.push({ slug, plan, policy, used })
}

type Input = Parameters<typeof overseeUsage>[1]
async function all(input: Input): Promise<StandingView[]> {
  const found: StandingView[] = []
  let cursor: string | null | undefined
  do {
    const page = await overseeUsage(product.admin, { ...input, limit: 7, ...(cursor && { cursor }) })
    found.push(...page.items)
    cursor = page.nextCursor
  } while (cursor)
  return found
}

const expected = ({ plan, policy, used }: Made, name: MeteredName) => {
  const limit = effectiveLimits(planLimits(plan), policy)[name]
  const share = limit === null ? null : limit === 0 ? 1 : used[name] / limit
  return { limitName: name, used: used[name], limit, share, level: levelOf(used[name], limit) }
}

describe('how tenants stand', () => {
  it.each(meteredNames)(
    '%s: the limit is the one that acts ask for, of every plan and policy',
    async (kind) => {
      const rows = await all({ kind, search: 't-ws-' })
      expect(rows).toHaveLength(made.length)
      for (const tenant of made)
        expect(rows.find((row) => row.slug === tenant.slug)).toMatchObject(expected(tenant, kind))
    },
  )

  it('without a kind it is the limit that a tenant is closest to', async () => {
    for (const row of await all({ search: 't-ws-' })) {
      const tenant = made.find(({ slug }) => slug === row.slug)!
      const closest = meteredNames
        .map((name) => expected(tenant, name))
        .reduce((a, b) => ((b.share ?? -1) > (a.share ?? -1) ? b : a))
      expect(row).toMatchObject(closest)
    }
  })

  it.each(sorts)('in the order of %s every tenant comes once, and in order', async (sort) => {
    for (const kind of ['domains', undefined] as const) {
      const rows = await all({ sort, kind })
      // Two more are the product's own customers; the platform's organisation is nobody's business here.
      expect(new Set(rows.map((row) => row.slug)).size).toBe(made.length + 2)
      expect(rows).toHaveLength(made.length + 2)
      expect(rows.map((row) => row.slug)).not.toContain('letterhead')
      const keys = rows.map((row) =>
        sort === 'name'
          ? row.name.toLowerCase()
          : sort === 'newest'
            ? row.createdAt
            : sort === 'share'
              ? (row.share ?? -1)
              : row.used,
      )
      const up = sort === 'name' ? 1 : -1
      expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -up : a > b ? up : 0)))
    }
  })

  it('is found by name, plan, workspace, environment and how close it is', async () => {
    const slugs = async (input: Input) => (await all(input)).map((row) => row.slug).toSorted()
    const wanted = (which: (tenant: Made) => boolean) =>
      made
        .filter(which)
        .map(({ slug }) => slug)
        .toSorted()
    expect(await slugs({ search: 'T-WS-3-' })).toEqual(wanted(({ slug }) => slug.startsWith('t-ws-3-')))
    expect(await slugs({ search: '100%' })).toEqual([])
    expect(await slugs({ plan: 'free', search: 't-ws-' })).toEqual(wanted(({ plan }) => plan === 'free'))
    expect(await slugs({ workspace: 'ws-5' })).toEqual(wanted(({ slug }) => slug.startsWith('t-ws-5-')))
    expect(await slugs({ workspace: 'nowhere' })).toEqual([])
    expect(await slugs({ environment: 'staging' })).toEqual([])
    expect(await slugs({ environment: 'production', search: 'harbor' })).toEqual(['harbor'])
    for (const level of ['near', 'full'] as const) {
      const found = wanted((tenant) => expected(tenant, 'members').level === level)
      expect(found.length).toBeGreaterThan(0)
      expect(await slugs({ level, kind: 'members' })).toEqual(found)
    }
  })

  it('counts them as it lists them', async () => {
    const rows = await all({})
    expect(await countUsage(product.admin, {})).toEqual({
      tenants: rows.length,
      suspended: rows.filter((row) => row.suspended).length,
      near: rows.filter((row) => row.level === 'near').length,
      full: rows.filter((row) => row.level === 'full').length,
      workspaces: policies.length + 3,
    })
  })

  it('a policy that is edited counts from the next look on', async () => {
    const look = async () =>
      (await overseeUsage(product.admin, { kind: 'members', search: 'mnexa' })).items[0]
    expect(await look()).toMatchObject({ used: 2, limit: 100, level: 'ok' })
    await ask(`update "Workspace" set members = 2 where slug = 'default'`)
    expect(await look()).toMatchObject({ used: 2, limit: 2, share: 1, level: 'full' })
    await ask(`update "Workspace" set members = null where slug = 'default'`)
    expect(await look()).toMatchObject({ limit: 100, level: 'ok' })
  })

  it('is for admins; a page of another order is refused', async () => {
    for (const caller of [product.support, product.a.owner])
      for (const look of [overseeUsage(caller, {}), countUsage(caller, {})])
        expect(await refusedWith(look)).toBe('forbidden')
    const { nextCursor } = await overseeUsage(product.admin, { limit: 1 })
    expect(await refusedWith(overseeUsage(product.admin, { cursor: nextCursor!, sort: 'name' }))).toBe(
      'invalid_input',
    )
    expect((await overseeUsage(product.admin, { cursor: nextCursor!, limit: 1 })).items).toHaveLength(1)
  })
})
