import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inviteMember } from '@/lib/accounts/invites/invite-member'
import { listActivity } from '@/lib/audit/list-activity'
import { addDomain } from '@/lib/domains/add-domain'
import { deleteDomain } from '@/lib/domains/delete-domain'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import { asTenant } from '@/lib/kernel/db/tenant'
import { mint } from '@/lib/kernel/mint'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import type { AppError } from '@/lib/kernel/errors'
import { tighter } from './effective-limits'
import type { LimitName } from './fields'
import { limitsOf } from './limits-of'
import { tidyUsage } from './platform'
import { countRequest, flushRequests } from './requests'
import { reserve } from './reserve'
import { showUsage } from './show-usage'
import { customersOf } from './testing/customers'

let product: TestProduct
let customer: ReturnType<typeof customersOf>['customer']
let setPolicy: ReturnType<typeof customersOf>['setPolicy']
let ask: ReturnType<typeof customersOf>['ask']
beforeAll(async () => {
  product = await startTestProduct()
  ;({ customer, setPolicy, ask } = customersOf(product, 'used'))
})
afterAll(() => product.stop())

const take = (who: Customer, name: LimitName, n = 1) =>
  asTenant(who.worker, (tx) => reserve(tx, name, { tenantId: who.tenant.id, n })).then(
    () => 'taken',
    (e: AppError) => e.code,
  )
const meter = async (who: Customer, name: LimitName) =>
  (await showUsage(who.owner, {})).meters.find((m) => m.name === name)!

describe('a reservation', () => {
  it.each(['absent', 'present'])(
    'of fifty at once against a limit of seven, seven are taken: row %s',
    async (row) => {
      const who = await customer({ recipientsPerDay: 7 })
      if (row === 'present')
        await ask(
          `insert into "Usage" ("tenantId", kind, period) values ($1, 'recipientsPerDay', to_char(now() at time zone 'UTC', 'YYYY-MM-DD'))`,
          [who.tenant.id],
        )
      const heard = await Promise.all(Array.from({ length: 50 }, () => take(who, 'recipientsPerDay')))
      expect(heard.filter((h) => h === 'taken')).toHaveLength(7)
      expect(new Set(heard)).toEqual(new Set(['taken', 'quota_spent']))
      expect((await meter(who, 'recipientsPerDay')).used).toBe(7)
    },
  )

  it('that is rolled back used nothing', async () => {
    const who = await customer({ recipientsPerDay: 1 })
    const rolledBack = asTenant(who.worker, async (tx) => {
      await reserve(tx, 'recipientsPerDay', { tenantId: who.tenant.id })
      throw new Error('the act failed')
    })
    await expect(rolledBack).rejects.toThrow('the act failed')
    expect(await take(who, 'recipientsPerDay')).toBe('taken')
    expect(await take(who, 'recipientsPerDay')).toBe('quota_spent')
  })

  it('of many takes all of them or none', async () => {
    const who = await customer({ recipientsPerDay: 10 })
    expect(await take(who, 'recipientsPerDay', 11)).toBe('quota_spent')
    expect(await take(who, 'recipientsPerDay', 8)).toBe('taken')
    expect(await take(who, 'recipientsPerDay', 3)).toBe('quota_spent')
    expect(await take(who, 'recipientsPerDay', 2)).toBe('taken')
  })

  it('obeys a limit that fell below what is used, and one that went away', async () => {
    const who = await customer({ recipientsPerDay: 10 })
    expect(await take(who, 'recipientsPerDay', 5)).toBe('taken')
    await setPolicy(who, { recipientsPerDay: 3 })
    expect(await take(who, 'recipientsPerDay')).toBe('quota_spent')
    expect(await meter(who, 'recipientsPerDay')).toMatchObject({ used: 5, limit: 3, share: 1, level: 'full' })
    await setPolicy(who, { recipientsPerDay: null })
    expect(await take(who, 'recipientsPerDay', 100_000)).toBe('taken')
    expect(await meter(who, 'recipientsPerDay')).toMatchObject({ used: 100_005, limit: null, share: null })
  })

  it('says how many there are, whose move it is, and when it begins anew', async () => {
    const free = await customer({}, 'free')
    for (const n of [1, 2, 3]) await addDomain(free.owner, { name: `d${n}.${free.tenant.slug}.dev` })
    const fourth = addDomain(free.owner, { name: `d4.${free.tenant.slug}.dev` })
    const said =
      'Your organisation may have 3 domains, and has 3. Remove one you no longer use. The pro plan gives 50 domains instead of 3.'
    await expect(fourth).rejects.toMatchObject({
      code: 'limit_reached',
      message: said,
      fields: { name: said },
    })

    const tight = await customer({ recipientsPerHour: 0 })
    const spent = asTenant(tight.worker, (tx) =>
      reserve(tx, 'recipientsPerHour', { tenantId: tight.tenant.id }),
    )
    await expect(spent).rejects.toMatchObject({
      code: 'quota_spent',
      message: expect.stringMatching(
        /^Recipients per hour: your organisation has used 0 of 0\. It begins anew at \d\d:00 UTC\. The platform set this limit: ask its support for more\.$/,
      ),
      retryAfter: expect.toSatisfy((s: number) => s > 0 && s <= 3_600),
    })
  })
})

describe('what stands', () => {
  it('is counted when it comes and given back when it is gone', async () => {
    const who = await customer({ domains: 1 })
    const { id } = await addDomain(who.owner, { name: `one.${who.tenant.slug}.dev` })
    expect(await meter(who, 'domains')).toMatchObject({ used: 1, level: 'full' })
    await deleteDomain(who.owner, { id })
    expect((await meter(who, 'domains')).used).toBe(1)
    await reconcileDomain(who.worker, { id })
    expect((await meter(who, 'domains')).used).toBe(0)
    await addDomain(who.owner, { name: `two.${who.tenant.slug}.dev` })
  })

  it('an invitation is refused where nobody could accept it, at the field of the address', async () => {
    const who = await customer({ members: 2 })
    await expect(inviteMember(who.owner, { email: 'third@people.dev' })).rejects.toMatchObject({
      code: 'limit_reached',
      fields: { email: expect.stringContaining('may have 2 members, and has 2.') },
    })
    await setPolicy(who, { members: 3 })
    await inviteMember(who.owner, { email: 'third@people.dev' })
    // An open invitation holds no place.
    await inviteMember(who.owner, { email: 'fourth@people.dev' })
  })
})

describe('the figures', () => {
  it('are an answer for every field, with the workspace and the next plan', async () => {
    const who = await customer({ domains: 10 }, 'free')
    const usage = await showUsage(who.member, {})
    expect(usage).toMatchObject({
      ...{ plan: 'free', nextPlan: 'pro', workspace: who.tenant.slug, suspended: false },
    })
    expect(usage.meters.find((m) => m.name === 'domains')).toMatchObject({ limit: 3, upgrade: { gives: 10 } })
    expect(usage.meters.find((m) => m.name === 'members')).toMatchObject({
      used: 2,
      limit: 5,
      resetsAt: null,
    })
  })

  it('staff who looks at them is on the record', async () => {
    const who = await customer()
    const access = { id: '01990000-0000-7000-8000-000000000001', reason: 'a question about limits' }
    const { userId, email, name } = product.support
    await showUsage(mint.visitor('support', who.tenant, { userId, email, name }, access), {})
    const { items } = await listActivity(who.owner, {})
    expect(items.map(({ action }) => action)).toEqual(['usage.read'])
  })

  it('the tighter of plan and policy is what SQL’s least says', async () => {
    for (const [plan, policy] of [
      [null, null],
      [5, null],
      [null, 5],
      [5, 3],
      [3, 5],
      [0, 7],
    ] as const) {
      const [row] = await ask<{ limit: number | null }>('select least($1::int, $2::int) as "limit"', [
        policy,
        plan,
      ])
      expect(row!.limit).toBe(tighter(plan, policy))
    }
    const who = await customer({ domains: 7, members: null }, 'free')
    const { limits } = await asTenant(who.worker, (tx) => limitsOf(tx, who.tenant.id))
    expect(limits).toMatchObject({ domains: 3, members: 5 })
  })
})

describe('requests', () => {
  const requestsOf = (who: Customer) =>
    ask<{ period: string; used: string }>(
      `select period, used from "Usage" where "tenantId" = $1 and kind = 'requestsPerMinute' order by period`,
      [who.tenant.id],
    )

  it('are written down by minute, of all tenants together, and add up', async () => {
    const [one, two] = [await customer(), await customer()]
    const at = new Date('2026-11-21T15:04:59Z')
    for (let i = 0; i < 3; i++) countRequest(one.tenant.id, at)
    countRequest(one.tenant.id, new Date('2026-11-21T15:05:00Z'))
    countRequest(two.tenant.id, at)
    await flushRequests()
    countRequest(one.tenant.id, at)
    await flushRequests()
    await flushRequests()
    expect(await requestsOf(one)).toEqual([
      { period: '2026-11-21T15:04', used: '4' },
      { period: '2026-11-21T15:05', used: '1' },
    ])
    expect(await requestsOf(two)).toEqual([{ period: '2026-11-21T15:04', used: '1' }])
  })

  it('are kept and written later when the database would not take them', async () => {
    const who = await customer()
    const refuse = (what: 'REVOKE' | 'GRANT') =>
      ask(`${what} INSERT ON "Usage" ${what === 'GRANT' ? 'TO' : 'FROM'} letterhead_platform`)
    countRequest(who.tenant.id, new Date('2026-11-21T15:04:59Z'))
    await refuse('REVOKE')
    try {
      await flushRequests()
      expect(await requestsOf(who)).toEqual([])
    } finally {
      await refuse('GRANT')
    }
    await flushRequests()
    expect(await requestsOf(who)).toEqual([{ period: '2026-11-21T15:04', used: '1' }])
  })

  it('of a tenant that is gone do not hold up the others', async () => {
    const who = await customer()
    const at = new Date('2026-11-21T15:04:59Z')
    countRequest('01990000-0000-7000-8000-000000000009', at)
    countRequest(who.tenant.id, at)
    await flushRequests()
    expect(await requestsOf(who)).toHaveLength(1)
  })
})

it('what nobody asks for any more is dropped, and what stands or runs is kept', async () => {
  const who = await customer()
  const put = (kind: LimitName, period: string) =>
    ask(`insert into "Usage" ("tenantId", kind, period, used) values ($1, $2, $3, 1)`, [
      who.tenant.id,
      kind,
      period,
    ])
  const ago = (days: number, length: number) =>
    new Date(Date.now() - days * 86_400_000).toISOString().slice(0, length)
  const kept = [
    ['recipientsPerDay', ago(89, 10)],
    ['recipientsPerHour', ago(7, 13)],
    ['requestsPerMinute', ago(7, 16)],
  ] as const
  for (const [kind, period] of kept) await put(kind, period)
  await put('recipientsPerDay', ago(91, 10))
  await put('recipientsPerHour', ago(9, 13))
  await put('requestsPerMinute', ago(9, 16))
  expect(await tidyUsage()).toBe(3)
  expect(await tidyUsage()).toBe(0)
  const rows = await ask<{ kind: string; period: string }>(
    `select kind, period from "Usage" where "tenantId" = $1 and kind <> 'members' order by kind`,
    [who.tenant.id],
  )
  expect(rows).toEqual(kept.map(([kind, period]) => ({ kind, period })))
})
