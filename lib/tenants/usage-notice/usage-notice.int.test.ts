import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mailBody } from '@/lib/accounts/queue-mail'
import { ensurePerson } from '@/lib/accounts/platform'
import { addDomain } from '@/lib/domains/add-domain'
import { deleteDomain } from '@/lib/domains/delete-domain'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { asTenant } from '@/lib/kernel/db/tenant'
import { decrypt } from '@/lib/kernel/vault'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { work } from '@/lib/local/testing/work'
import { limitFields, limitNames, type MeteredName } from '@/lib/usage/fields'
import { receiveMessage } from '@/lib/messages/receive/receive-message'
import { incoming, rawMail } from '@/lib/messages/testing/mail'
import { SWEEP_USAGE, TELL_USAGE } from '@/lib/usage/jobs'
import { reserve } from '@/lib/usage/reserve'
import { customersOf } from '@/lib/usage/testing/customers'
import { standAt } from '@/lib/usage/testing/stand-at'
import { sweepUsage, tellUsage } from './platform'

let product: TestProduct
let customer: ReturnType<typeof customersOf>['customer']
let setPolicy: ReturnType<typeof customersOf>['setPolicy']
let ask: ReturnType<typeof customersOf>['ask']
beforeAll(async () => {
  product = await startTestProduct()
  await standAt(product.database)
  ;({ customer, setPolicy, ask } = customersOf(product, 'told'))
})
afterAll(() => product.stop())

const take = ({ tenant, worker }: Customer, name: MeteredName, n = 1) =>
  asTenant(worker, (tx) => reserve(tx, name, { tenantId: tenant.id, n }))
const handle = () => work(product.database, TELL_USAGE)
const sweep = async () => {
  await sweepUsage()
  expect(await handle()).toEqual([])
}

/** Who was told what, in the order of time. */
async function mails({ tenant }: Customer): Promise<{ to: string; subject: string }[]> {
  const rows = await ask<{ id: string; recipient: string; body: Buffer }>(
    `select id, recipient, body from "SystemMail" where "tenantId" = $1 order by "createdAt", recipient`,
    [tenant.id],
  )
  return Promise.all(
    rows.map(async ({ id, recipient: to, body }) => ({
      to,
      subject: (JSON.parse(await decrypt(tenant.id, mailBody(id), body)) as { subject: string }).subject,
    })),
  )
}
const subjects = async (who: Customer) => (await mails(who)).map(({ subject }) => subject)
const near = (who: Customer, what = 'recipients per day') => `${who.tenant.name} is close to a limit: ${what}`
const full = (who: Customer, what = 'recipients per day') => `${who.tenant.name} has reached a limit: ${what}`

describe('acts that cross a line', () => {
  it('twenty at once tell every owner exactly once, and nobody else', async () => {
    const who = await customer({ recipientsPerDay: 100 })
    await ensurePerson({
      ...{ email: `second@${who.tenant.slug}.dev`, name: 'Second Owner' },
      memberOf: { tenantId: who.tenant.id, role: 'owner' },
    })
    await take(who, 'recipientsPerDay', 70)
    await Promise.all(Array.from({ length: 20 }, () => take(who, 'recipientsPerDay')))
    expect(await handle()).toEqual([])
    expect(await mails(who)).toEqual([
      { to: `owner@${who.tenant.slug}.dev`, subject: near(who) },
      { to: `second@${who.tenant.slug}.dev`, subject: near(who) },
    ])
  })

  it('of several workers that take up the same, one tells', async () => {
    const who = await customer({ recipientsPerDay: 10 })
    await take(who, 'recipientsPerDay', 8)
    const told = await Promise.all(
      Array.from({ length: 6 }, () => tellUsage(who.tenant.id, 'recipientsPerDay')),
    )
    expect(told.filter(Boolean)).toHaveLength(1)
    expect(await subjects(who)).toEqual([near(who)])
  })

  it('all of it is told after four fifths, and being refused tells nothing more', async () => {
    const who = await customer({ recipientsPerDay: 10 })
    await take(who, 'recipientsPerDay', 7)
    await handle()
    expect(await subjects(who)).toEqual([])
    await take(who, 'recipientsPerDay')
    await handle()
    await take(who, 'recipientsPerDay', 2)
    await handle()
    for (let i = 0; i < 3; i++) await expect(take(who, 'recipientsPerDay')).rejects.toThrow()
    await handle()
    await sweep()
    expect(await subjects(who)).toEqual([near(who), full(who)])
  })

  it('who went over both lines before anybody looked is told once, of the later', async () => {
    const who = await customer({ recipientsPerDay: 10 })
    for (let i = 0; i < 10; i++) await take(who, 'recipientsPerDay')
    await handle()
    await sweep()
    expect(await subjects(who)).toEqual([full(who)])
  })

  it('an hour that is full again and again is told once a level and day', async () => {
    const who = await customer({ recipientsPerHour: 10 })
    const fill = async (time: string) => {
      await standAt(product.database, time)
      await take(who, 'recipientsPerHour', 8)
      await handle()
      await take(who, 'recipientsPerHour', 2)
      await handle()
      await sweep()
    }
    const both = [near(who, 'recipients per hour'), full(who, 'recipients per hour')]
    try {
      for (const time of ['2026-11-21 09:10Z', '2026-11-21 10:10Z', '2026-11-21 23:50Z']) await fill(time)
      expect(await subjects(who)).toEqual(both)
      await fill('2026-11-22 00:10Z')
      expect(await subjects(who)).toEqual([...both, ...both])
    } finally {
      await standAt(product.database)
    }
  })

  it('who was suspended before anybody looked is told once that is over', async () => {
    const who = await customer({ recipientsPerDay: 10 })
    await take(who, 'recipientsPerDay', 10)
    const suspend = (time: string) =>
      ask(`update "Tenant" set "suspendedAt" = ${time} where id = $1`, [who.tenant.id])
    await suspend('now()')
    await handle()
    expect(await subjects(who)).toEqual([])
    await suspend('null')
    await sweep()
    expect(await subjects(who)).toEqual([full(who)])
  })

  it('an act that is rolled back tells nothing', async () => {
    const who = await customer({ recipientsPerDay: 10 })
    const rolledBack = asTenant(who.worker, async (tx) => {
      await reserve(tx, 'recipientsPerDay', { tenantId: who.tenant.id, n: 9 })
      throw new Error('the act failed')
    })
    await expect(rolledBack).rejects.toThrow('the act failed')
    await handle()
    expect(await subjects(who)).toEqual([])
  })

  it('storage is told by mail that comes, in words, and inboxes by those that are opened', async () => {
    const who = await customer({ inboxes: 5, storageBytes: 10_000 })
    const { address } = await openInbox(who.owner, { localPart: 'one' })
    const receive = (size: number) => receiveMessage(incoming(rawMail({}, 'x '.repeat(size / 2)), [address]))
    await receive(5_000)
    await handle()
    expect(await subjects(who)).toEqual([])
    await receive(3_000)
    await handle()
    expect(await subjects(who)).toEqual([near(who, 'storage')])
    const [told] = await ask<{ id: string; body: Buffer }>(
      `select id, body from "SystemMail" where "tenantId" = $1`,
      [who.tenant.id],
    )
    const { text } = JSON.parse(await decrypt(who.tenant.id, mailBody(told!.id), told!.body)) as {
      text: string
    }
    expect(text).toMatch(/ has 8\.\d+ kB of 10 kB\.\n/)
    for (const localPart of ['two', 'three', 'four', 'five']) await openInbox(who.owner, { localPart })
    await handle()
    expect(await subjects(who)).toEqual([near(who, 'storage'), full(who, 'inboxes')])
  })

  it('mail that did not fit tells that storage is full, once, though some bytes are left', async () => {
    const who = await customer({ storageBytes: 10_000 })
    const { address } = await openInbox(who.owner, { localPart: 'one' })
    const receive = (size: number) => receiveMessage(incoming(rawMail({}, 'x '.repeat(size / 2)), [address]))
    await receive(6_000)
    for (let i = 0; i < 3; i++) expect(await receive(6_000)).toMatchObject([{ outcome: 'refused' }])
    await handle()
    await receive(6_000)
    await handle()
    await sweep()
    expect(await subjects(who)).toEqual([full(who, 'storage')])
  })

  it('what stands is told again after it fell and rose, at most once a day', async () => {
    const who = await customer({ domains: 1 })
    const fillAndEmpty = async (name: string) => {
      const { id } = await addDomain(who.owner, { name: `${name}.${who.tenant.slug}.dev` })
      await handle()
      await deleteDomain(who.owner, { id })
      await reconcileDomain(who.worker, { id })
    }
    await fillAndEmpty('one')
    await fillAndEmpty('two')
    expect(await subjects(who)).toEqual([full(who, 'domains')])
    await ask(`update "Notice" set period = '2026-01-01' where "tenantId" = $1`, [who.tenant.id])
    await fillAndEmpty('three')
    expect(await subjects(who)).toEqual([full(who, 'domains'), full(who, 'domains')])
  })
})

describe('the sweep', () => {
  it('tells whom a tightened policy left above it, once, and their next act is refused', async () => {
    const who = await customer({ domains: 10 })
    for (const n of [1, 2, 3]) await addDomain(who.owner, { name: `d${n}.${who.tenant.slug}.dev` })
    await sweep()
    expect(await subjects(who)).toEqual([])
    await setPolicy(who, { domains: 2 })
    const next = addDomain(who.owner, { name: `d4.${who.tenant.slug}.dev` })
    await expect(next).rejects.toMatchObject({ code: 'limit_reached' })
    await sweep()
    await sweep()
    expect(await subjects(who)).toEqual([full(who, 'domains')])
  })

  it('does not tell day after day what stays as it is; after it fell, rising is news', async () => {
    const who = await customer({ domains: 1 })
    await addDomain(who.owner, { name: `d1.${who.tenant.slug}.dev` })
    await sweep()
    await ask(`update "Notice" set period = '2026-01-01' where "tenantId" = $1`, [who.tenant.id])
    await sweep()
    expect(await subjects(who)).toHaveLength(1)
    await setPolicy(who, { domains: 5 })
    await sweep()
    await setPolicy(who, { domains: 1 })
    await sweep()
    expect(await subjects(who)).toHaveLength(2)
  })

  it('leaves the suspended, and whoever has used nothing, alone', async () => {
    const idle = await customer({ domains: 0, recipientsPerDay: 0 })
    const suspended = await customer({ recipientsPerDay: 10 })
    await take(suspended, 'recipientsPerDay', 5)
    await setPolicy(suspended, { recipientsPerDay: 5 })
    await ask(`update "Tenant" set "suspendedAt" = now() where id = $1`, [suspended.tenant.id])
    await sweep()
    expect(await subjects(idle)).toEqual([])
    expect(await subjects(suspended)).toEqual([])
  })

  it('is a job, and forgets claims of windows that are long over', async () => {
    const who = await customer()
    await ask(
      `insert into "Notice" ("tenantId", kind, period, "createdAt")
       select $1, 'recipientsPerDay.full', period, at from (values ('old', now() - interval '9 days'), ('new', now())) v(period, at)`,
      [who.tenant.id],
    )
    await ask(`insert into pgboss.job (name, data) values ($1, '{}')`, [SWEEP_USAGE.name])
    expect(await work(product.database, SWEEP_USAGE, TELL_USAGE)).toEqual([])
    expect(await ask(`select period from "Notice" where "tenantId" = $1`, [who.tenant.id])).toEqual([
      { period: 'new' },
    ])
  })
})

it('requests tell nobody: what comes back within the minute needs no mail', async () => {
  const who = await customer({ requestsPerMinute: 1 })
  await ask(
    `insert into "Usage" ("tenantId", kind, period, used)
     values ($1, 'requestsPerMinute', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI'), 5)`,
    [who.tenant.id],
  )
  await sweep()
  expect(await tellUsage(who.tenant.id, 'requestsPerMinute')).toBe(false)
  expect(limitNames.filter((name) => limitFields[name].window === 'rate')).toEqual(['requestsPerMinute'])
})
