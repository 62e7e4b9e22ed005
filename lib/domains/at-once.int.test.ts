import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addDomain } from '@/lib/domains/add-domain'
import { checkDomain } from '@/lib/domains/check-domain'
import { RECONCILE } from '@/lib/domains/jobs'
import { listDomains } from '@/lib/domains/list-domains'
import { claimDueDomains } from '@/lib/domains/platform'
import { showDomain } from '@/lib/domains/show-domain'
import { watchDomain } from '@/lib/domains/watch-domain'
import { startPoller } from '@/lib/faces/worker/poller'
import { asTenant } from '@/lib/kernel/db/tenant'
import { AppError } from '@/lib/kernel/errors'
import { enqueue } from '@/lib/kernel/jobs'
import { addReady, publish } from '@/lib/local/testing/drive'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { until } from '@/lib/local/world/test/helpers'

let product: TestProduct
let who: Customer
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const ask = <R extends object>(sql: string, values: unknown[] = []) => product.database.ask<R>(sql, values)
const jobsOf = (id: string) =>
  ask(`select 1 from pgboss.job where name = $1 and data->>'id' = $2`, [RECONCILE.name, id])
const codeOf = (e: unknown) => (e instanceof AppError ? e.code : String(e))

describe('twenty clicks at once', () => {
  it('on one name in one tenant make one row, one job, one act', async () => {
    const clicks = Array.from({ length: 20 }, () =>
      addDomain(product.a.owner, { name: 'twenty.ledger.dev' }).then((d) => d.id, codeOf),
    )
    const heard = await Promise.all(clicks)
    expect(heard.filter((h) => h === 'domain_exists')).toHaveLength(19)
    const { items } = await listDomains(product.a.owner, { search: 'twenty' })
    expect(items).toHaveLength(1)
    expect(heard).toContain(items[0]!.id)
    expect(await jobsOf(items[0]!.id)).toHaveLength(1)
    expect(await ask(`select 1 from "AuditEvent" where "subject" = 'twenty.ledger.dev'`)).toHaveLength(1)
    expect(await ask(`select 1 from "NameHolder" where name = 'twenty.ledger.dev'`)).toHaveLength(1)
  })

  it('on one name by two tenants make one holder; the other is asked for a proof', async () => {
    for (let round = 0; round < 5; round++) {
      const name = `race${round}.ledger.dev`
      const both = await Promise.all([product.a, product.b].map((c) => addDomain(c.owner, { name })))
      expect(both.map((d) => d.ownershipNeeded).toSorted()).toEqual([false, true])
      const held = both.find((d) => !d.ownershipNeeded)
      expect(await ask(`select "domainId" as id from "NameHolder" where name = $1`, [name])).toEqual([
        { id: held?.id },
      ])
    }
  })

  it('do not pass the limit of fifty domains', async () => {
    who = await product.newCustomer('many')
    await addDomain(who.owner, { name: 'first.ledger.dev' })
    await ask(
      `insert into "Domain" ("tenantId", "streamId", name, region, "ownershipToken", "deadlineAt", "updatedAt", "nextCheckAt")
       select "tenantId", "streamId", 'n' || n || '.ledger.dev', region, '', now(), now(), now() + interval '1 day' from "Domain", generate_series(1, 44) n where "tenantId" = $1`,
      [who.tenant.id],
    )
    const clicks = Array.from({ length: 20 }, (_, i) =>
      addDomain(who.owner, { name: `click${i}.ledger.dev` }).then(() => 'added', codeOf),
    )
    const heard = await Promise.all(clicks)
    expect(heard.filter((h) => h === 'added')).toHaveLength(5)
    expect(new Set(heard)).toEqual(new Set(['added', 'limit_reached']))
  })
})

describe('a job is part of its transaction', () => {
  const id = '01920000-0000-7000-8000-000000000001'
  const signal = (end: () => void) =>
    asTenant(product.a.owner, async (tx) => {
      await enqueue(tx, RECONCILE, { id, tenantId: product.a.tenant.id })
      end()
    })

  it('rolled back, it never was; committed, it is there', async () => {
    await expect(signal(() => { throw new Error('changed my mind') })).rejects.toThrow('changed my mind') // prettier-ignore
    expect(await jobsOf(id)).toEqual([])
    await signal(() => undefined)
    expect(await jobsOf(id)).toHaveLength(1)
  })

  it('a refused click leaves none', async () => {
    const before = await ask('select 1 from pgboss.job')
    await addDomain(product.a.owner, { name: 'twenty.ledger.dev' }).catch(codeOf)
    expect(await ask('select 1 from pgboss.job')).toHaveLength(before.length)
  })
})

describe('due domains', () => {
  const everybodyRests = () => ask(`update "Domain" set "nextCheckAt" = now() + interval '1 day'`)
  const due = (ids: string[]) =>
    ask(
      `update "Domain" set "nextCheckAt" = now() - interval '1 minute', attempt = 0, "checkedAt" = null where id = any($1::uuid[])`,
      [ids],
    )
  const some = async (c: Customer, n: number, prefix: string) =>
    Promise.all(
      Array.from(
        { length: n },
        async (_, i) => (await addDomain(c.owner, { name: `${prefix}${i}.ledger.dev` })).id,
      ),
    )
  afterEach(everybodyRests)

  it('are claimed once, however many ask at once', async () => {
    const ids = await some(product.b, 12, 'claim')
    await everybodyRests()
    await due(ids)
    const claimed = (await Promise.all(Array.from({ length: 6 }, () => claimDueDomains(4)))).flat()
    const rest = await claimDueDomains(50)
    expect([...claimed, ...rest].map((d) => d.id).toSorted()).toEqual(ids.toSorted())
    expect(await claimDueDomains(50)).toEqual([])
  })

  it('one of each tenant first: a tenant with many does not starve the rest', async () => {
    who = await product.newCustomer('few')
    const [few] = await some(who, 1, 'few')
    const many = (await listDomains(product.b.owner, { search: 'claim', limit: 100 })).items.map((d) => d.id)
    await everybodyRests()
    await due(many)
    await ask(`update "Domain" set "nextCheckAt" = now() - interval '1 second' where id = $1`, [few])
    expect((await claimDueDomains(2)).map((d) => d.id)).toContain(few)
  })

  it('a claim that nobody answers for falls due again', async () => {
    const [id] = (await listDomains(product.b.owner, { search: 'claim0' })).items.map((d) => d.id)
    await everybodyRests()
    await due([id!])
    await claimDueDomains(1)
    const [row] = await ask<{ s: number }>(
      `select extract(epoch from "nextCheckAt" - now())::float8 as s from "Domain" where id = $1`,
      [id],
    )
    expect(row!.s).toBeGreaterThan(5)
    expect(row!.s).toBeLessThanOrEqual(20)
  })

  it('two workers share them: each is looked at once a round, all of them', async () => {
    const names = Array.from({ length: 6 }, (_, i) => `share${i}.ledger.dev`)
    const ids: string[] = []
    for (const name of names) ids.push((await addReady(product, product.a, name)).id)
    await everybodyRests()
    await due(ids)
    const pollers = [startPoller(), startPoller()]
    const rows = () =>
      ask<{ id: string; attempt: number }>(
        `select id, attempt from "Domain" where id = any($1::uuid[]) and "checkedAt" is not null`,
        [ids],
      )
    await until(rows, (r) => r.length === ids.length).finally(() => Promise.all(pollers.map((p) => p.stop())))
    expect((await rows()).map((r) => r.attempt)).toEqual(ids.map(() => 1))
  })

  it('many at once are all set up: no worker waits for itself', async () => {
    who = await product.newCustomer('crowd')
    await everybodyRests()
    const ids = await some(who, 10, 'crowd')
    const poller = startPoller()
    const rows = () =>
      ask(
        `select 1 from "Domain" where id = any($1::uuid[]) and "associatedAt" is not null and state = 'pending'`,
        [ids],
      )
    await until(rows, (r) => r.length === ids.length).finally(() => poller.stop())
  })

  it('the page that is watched sees a published record within a look or two, and a click brings the look at once', async () => {
    who = await product.newCustomer('watcher')
    await everybodyRests()
    const { id } = await addDomain(who.owner, { name: 'watched.ledger.dev' })
    const poller = startPoller()
    const keys = await until(
      () => watchDomain(who.owner, { id }),
      (d) => d.state === 'pending' && d.records.length === 7,
    )
    await publish(product, keys, ['spf', 'dkim1'])
    await until(
      () => watchDomain(who.owner, { id }),
      (d) => d.send.found === 2,
    )
    await ask(
      `update "Domain" set "nextCheckAt" = now() + interval '1 day', "watchedUntil" = null where id = $1`,
      [id],
    )
    await publish(product, keys, ['dkim2'])
    await checkDomain(who.owner, { id })
    await until(
      () => showDomain(who.owner, { id }),
      (d) => d.send.found === 3,
    ).finally(() => poller.stop())
  })
})
