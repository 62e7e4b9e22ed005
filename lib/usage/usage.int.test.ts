import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { inviteMember } from '@/lib/accounts/invites/invite-member'
import { listActivity } from '@/lib/audit/list-activity'
import { searchEvents } from '@/lib/audit/oversight/search-events'
import { showEvent } from '@/lib/audit/show-event'
import { addDomain } from '@/lib/domains/add-domain'
import { deleteDomain } from '@/lib/domains/delete-domain'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import { closeInbox } from '@/lib/inboxes/close-inbox'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { after, DAY, HOUR } from '@/lib/kernel/clock'
import { asTenant } from '@/lib/kernel/db/tenant'
import { mint } from '@/lib/kernel/mint'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import type { AppError } from '@/lib/kernel/errors'
import { showHealth } from '@/lib/provisioning/health/show-health'
import { reactivateTenant } from '@/lib/tenants/governing/reactivate-tenant'
import { suspendTenant } from '@/lib/tenants/governing/suspend-tenant'
import { moveTenant } from '@/lib/tenants/moves/move-tenant'
import { setPolicy as tightenPolicy } from '@/lib/workspaces/policy/set-policy'
import { tighter, type Policy } from './effective-limits'
import { checkCounters } from './checking/platform'
import { limitFields, limitNames, type MeteredName } from './fields'
import { limitsOf } from './limits-of'
import { periodFormats, periodOf } from './period'
import { thinRequests, tidyUsage } from './platform'
import { countRequest, flushRequests } from './requests'
import { reserve } from './reserve'
import { showUsage } from './show-usage'
import { standingNames } from './stands-in'
import { customersOf } from './testing/customers'
import { standAt, TEN_PAST } from './testing/stand-at'

let product: TestProduct
let customer: ReturnType<typeof customersOf>['customer']
let setPolicy: ReturnType<typeof customersOf>['setPolicy']
let ask: ReturnType<typeof customersOf>['ask']
beforeAll(async () => {
  product = await startTestProduct()
  await standAt(product.database)
  ;({ customer, setPolicy, ask } = customersOf(product, 'used'))
})
afterAll(() => product.stop())

const take = (who: Customer, name: MeteredName, n = 1) =>
  asTenant(who.worker, (tx) => reserve(tx, name, { tenantId: who.tenant.id, n })).then(
    () => 'taken',
    (e: AppError) => e.code,
  )
const meter = async (who: Customer, name: MeteredName) =>
  (await showUsage(who.owner, {})).meters.find((m) => m.name === name)!

describe('a reservation', () => {
  it.each(['absent', 'present'])(
    'of fifty at once against a limit of seven, seven are taken: row %s',
    async (row) => {
      const who = await customer({ recipientsPerDay: 7 })
      if (row === 'present')
        await ask(
          `insert into "Usage" ("tenantId", kind, period) values ($1, 'recipientsPerDay', to_char(usage_time() at time zone 'UTC', 'YYYY-MM-DD'))`,
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

describe('acts that wait in line', () => {
  // With the first one these are all that one organisation has of the connections.
  const WAITING = 4
  const waiting = async () =>
    (
      await ask<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
    )[0]!.n

  /** One holds the counter, others wait behind it, `meanwhile` is committed, and only then the first one goes on. */
  async function inLine(
    who: Customer,
    name: MeteredName,
    act: () => Promise<unknown>,
    meanwhile: () => unknown,
  ) {
    const [held, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const first = asTenant(who.worker, async (tx) => {
      await reserve(tx, name, { tenantId: who.tenant.id })
      held.resolve()
      await goOn.promise
    })
    await held.promise
    const others = Array.from({ length: WAITING }, () => refusedWith(act()))
    await vi.waitFor(async () => expect(await waiting()).toBe(WAITING), { timeout: 10_000 })
    await meanwhile()
    goOn.resolve()
    await first
    return Promise.all(others)
  }
  const every = (code: string) => Array.from({ length: WAITING }, () => code)
  const reserving = (who: Customer) => () =>
    asTenant(who.worker, (tx) => reserve(tx, 'recipientsPerDay', { tenantId: who.tenant.id }))
  const adding = (who: Customer) => {
    let n = 0
    return () => addDomain(who.owner, { name: `line${++n}.${who.tenant.slug}.dev` })
  }
  const slugs = ({ tenant }: Customer) => ({ tenant: tenant.slug, workspace: tenant.slug })

  it('obey an edit that was made before their turn', async () => {
    const who = await customer({ recipientsPerDay: 100, domains: 40 })
    const { workspace } = slugs(who)
    const tighten = (version: number, policy: Partial<Policy>) => () =>
      tightenPolicy(product.admin, { workspace, version, policy })
    expect(
      await inLine(who, 'recipientsPerDay', reserving(who), tighten(1, { recipientsPerDay: 1 })),
    ).toEqual(every('quota_spent'))
    expect((await meter(who, 'recipientsPerDay')).used).toBe(1)
    expect(await inLine(who, 'domains', adding(who), tighten(2, { domains: 0 }))).toEqual(
      every('limit_reached'),
    )
    expect((await meter(who, 'domains')).used).toBe(0)
  })

  it('obey the workspace that the organisation was moved to before their turn', async () => {
    const [who, tight] = [await customer({ domains: 40 }), await customer({ domains: 0 })]
    const move = () =>
      moveTenant(product.admin, { tenant: who.tenant.slug, workspace: slugs(tight).workspace })
    expect(await inLine(who, 'domains', adding(who), move)).toEqual(every('limit_reached'))
    expect((await meter(who, 'domains')).used).toBe(0)
  })

  it('are refused in an organisation that was suspended before their turn', async () => {
    const who = await customer()
    const { tenant } = slugs(who)
    const suspend = () => suspendTenant(product.admin, { tenant, reason: 'an unpaid invoice' })
    expect(await inLine(who, 'domains', adding(who), suspend)).toEqual(every('tenant_suspended'))
    await reactivateTenant(product.admin, { tenant })
    await adding(who)()
  })
})

it('windows are named by the database as they are named here', async () => {
  for (const at of ['2026-11-21T15:04:59.999Z', '2027-01-01T00:00:00Z'])
    for (const [window, format] of Object.entries(periodFormats)) {
      const [row] = await ask<{ period: string }>(
        `select to_char($1::timestamptz at time zone 'UTC', $2) as period`,
        [at, format],
      )
      expect(row!.period).toBe(periodOf(window as keyof typeof periodFormats, new Date(at)))
    }
})

describe('the platform’s own organisation', () => {
  it('obeys its plan, and no policy of the workspace it stands in', async () => {
    await ask(
      `update "Workspace" set domains = 0, "recipientsPerDay" = 0, "requestsPerMinute" = 1 where slug = 'default'`,
    )
    try {
      const { platform, a } = product
      expect(await take(platform, 'recipientsPerDay')).toBe('taken')
      expect(await take(a, 'recipientsPerDay')).toBe('quota_spent')
      expect(await meter(platform, 'domains')).toMatchObject({ limit: 1_000, source: 'plan' })
      expect(await meter(a, 'domains')).toMatchObject({ limit: 0, source: 'policy' })
    } finally {
      await ask(
        `update "Workspace" set domains = null, "recipientsPerDay" = null, "requestsPerMinute" = null where slug = 'default'`,
      )
    }
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

  it('say what holds for each message, beside what is used up', async () => {
    const who = await customer({ inboxRetentionDays: 5, messageBytes: 2e6 }, 'free')
    const { holds } = await showUsage(who.member, {})
    expect(holds).toMatchObject([
      { name: 'messageBytes', window: 'each', limit: 2e6, source: 'policy', upgrade: null },
      { name: 'inboxRetentionDays', window: 'age', limit: 5, source: 'policy' },
      { name: 'spamRetentionDays', limit: 5, source: 'policy' },
      { name: 'trashRetentionDays', limit: 5, source: 'policy' },
    ])
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

it('of the minutes of an hour that is over the five busiest are kept, of each tenant', async () => {
  const [busy, calm] = [await customer(), await customer()]
  const minute = (ago: number, n: number) =>
    `${after(TEN_PAST, -ago * HOUR)
      .toISOString()
      .slice(0, 13)}:${String(n).padStart(2, '0')}`
  const put = (who: Customer, ago: number, used: number[]) =>
    ask(
      `insert into "Usage" ("tenantId", kind, period, used)
       select $1, 'requestsPerMinute', period, used from unnest($2::text[], $3::int[]) as t(period, used)`,
      [who.tenant.id, used.map((_, n) => minute(ago, n)), used],
    )
  const kept = (who: Customer, ago: number) =>
    ask<{ used: number }>(
      `select used::int from "Usage" where "tenantId" = $1 and kind = 'requestsPerMinute' and period like $2 order by used desc`,
      [who.tenant.id, `${minute(ago, 0).slice(0, 13)}%`],
    ).then((rows) => rows.map(({ used }) => used))
  const many = [4, 90, 7, 1, 60, 60, 8, 2]
  await put(busy, 0, many)
  for (const ago of [1, 24]) await put(busy, ago, many)
  await put(calm, 1, [3, 5])
  expect(await thinRequests()).toBe(6)
  expect(await thinRequests()).toBe(0)
  for (const ago of [1, 24]) expect(await kept(busy, ago)).toEqual([90, 60, 60, 8, 7])
  expect(await kept(calm, 1)).toEqual([5, 3])
  expect(await kept(busy, 0)).toHaveLength(many.length)
})

describe('a counter that drifted', () => {
  const standing = (who: Customer) =>
    ask<{ kind: string; used: number }>(
      `select kind, used::int from "Usage" where "tenantId" = $1 and period = 'always' order by kind`,
      [who.tenant.id],
    ).then((rows) => Object.fromEntries(rows.map(({ kind, used }) => [kind, used])))
  const drift = (who: Customer, kind: MeteredName, used: number) =>
    ask(`update "Usage" set used = $3 where "tenantId" = $1 and kind = $2 and period = 'always'`, [
      ...[who.tenant.id, kind, used],
    ])
  const check = () => checkCounters(product.platform.worker)

  it('is set right at night, in the platform’s trail and on the health page, and the right ones are left alone', async () => {
    expect(await check()).toBe(0)
    const [few, many, none, right] = [await customer(), await customer(), await customer(), await customer()]
    for (const who of [few, many, right])
      await addDomain(who.owner, { name: `counted.${who.tenant.slug}.dev` })
    await drift(few, 'domains', 0)
    await drift(many, 'members', 9)
    await ask(`delete from "Usage" where "tenantId" = $1`, [none.tenant.id])
    expect((await showHealth(product.admin, {})).counters).toEqual({ corrected: 0 })
    expect(await check()).toBe(3)
    expect(await check()).toBe(0)
    expect(await standing(few)).toEqual({ domains: 1, members: 2 })
    expect(await standing(many)).toEqual({ domains: 1, members: 2 })
    expect(await standing(none)).toEqual({ members: 2 })
    expect((await showHealth(product.admin, {})).counters).toEqual({ corrected: 3 })
    const { items } = await searchEvents(product.admin, { action: 'usage.corrected' })
    expect(items.map(({ text }) => text)).toContain(
      `Letterhead corrected what was counted for ${many.tenant.name}`,
    )
    expect((await listActivity(many.owner, {})).items.map(({ action }) => action)).toEqual(['domain.added'])
    const { id } = items.find(({ text }) => text.includes(many.tenant.name))!
    expect(await showEvent(product.platform.owner, { id })).toMatchObject({
      before: { members: 9 },
      after: { members: 2 },
    })
  })

  it('is looked at under its lock: an act that is under way is neither lost nor counted twice', async () => {
    const who = await customer()
    await addDomain(who.owner, { name: `first.${who.tenant.slug}.dev` })
    await drift(who, 'domains', 7)
    const adding = Array.from({ length: 5 }, (_, n) =>
      addDomain(who.owner, { name: `more${n}.${who.tenant.slug}.dev` }),
    )
    await Promise.all([check(), ...adding])
    await check()
    expect((await standing(who))['domains']).toBe(6)
  })

  it('of inboxes and of bytes is held against what counts: what is closed, nobody opened or waits for room does not', async () => {
    const who = await customer()
    const { id } = await openInbox(who.owner, { localPart: 'stays' })
    const gone = await openInbox(who.owner, { localPart: 'goes' })
    await closeInbox(who.owner, { id: gone.id })
    await ask(
      `insert into "Inbox" ("tenantId", kind, name, address, "createdBy") values ($1, 'role', 'p', 'postmaster@x.dev', 'x')`,
      [who.tenant.id],
    )
    await ask(
      `insert into "RawMessage" ("tenantId", key, size, sha256, counted)
       select $1, gen_random_uuid()::text, size, '', counted from (values (700, true), (70, true), (9, false)) v(size, counted)`,
      [who.tenant.id],
    )
    const stands = { inboxes: 1, members: 2, storageBytes: 770 }
    expect(await standing(who)).toEqual(stands)
    expect(await check()).toBe(0)
    await drift(who, 'inboxes', 4)
    await drift(who, 'storageBytes', 0)
    expect(await check()).toBe(2)
    expect(await standing(who)).toEqual(stands)
    expect(await meter(who, 'storageBytes')).toMatchObject({ used: 770, limit: 100e9, unit: 'bytes' })
    await closeInbox(who.owner, { id })
    expect((await standing(who))['inboxes']).toBe(0)
  })

  it('hinders nobody from deleting', async () => {
    const who = await customer()
    const { id } = await addDomain(who.owner, { name: `gone.${who.tenant.slug}.dev` })
    await drift(who, 'domains', 0)
    await deleteDomain(who.owner, { id })
    await reconcileDomain(who.worker, { id })
    expect(await ask(`select 1 from "Domain" where id = $1`, [id])).toEqual([])
    expect((await standing(who))['domains']).toBe(0)
  })

  it('of every limit of what stands is checked', () =>
    expect(standingNames).toEqual(limitNames.filter((name) => limitFields[name].window === 'always')))
})

it('what nobody asks for any more is dropped, and what stands or runs is kept', async () => {
  // What the tests above wrote bears a day of its own.
  await ask(`delete from "Usage" where period <> 'always'`)
  const who = await customer()
  const put = (kind: MeteredName, period: string) =>
    ask(`insert into "Usage" ("tenantId", kind, period, used) values ($1, $2, $3, 1)`, [
      who.tenant.id,
      kind,
      period,
    ])
  const ago = (days: number, length: number) =>
    after(TEN_PAST, -days * DAY)
      .toISOString()
      .slice(0, length)
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
