import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { asPlatform } from '@/lib/kernel/platform'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { keepAuditEpoch } from '@/prisma/audit-epoch'
import { withClient } from '@/prisma/sql'
import { verifyAll } from '../oversight/verify-all'
import { recordAct } from '../record-act'
import { verifyTrail } from '../verify-trail'
import { sealTrails } from './platform'

let product: TestProduct
let who: Customer
let customers = 0
const sql = (text: string, values: unknown[] = []) =>
  withClient(
    product.database.superUrl,
    async (c) => (await c.query<Record<string, unknown>>(text, values)).rows,
  )
const mine = async () =>
  sql('select * from "AuditEvent" where "tenantId" = $1 order by tx, id', [who.tenant.id])
const seals = () => sql('select * from "AuditSeal" where "tenantId" = $1 order by seq', [who.tenant.id])

beforeAll(async () => {
  product = await startTestProduct()
})
// Each test has its own chain.
beforeEach(async () => {
  who = await product.newCustomer(`sealed-${++customers}`)
})
afterAll(() => product.stop())

const act = (label: string, caller = who.owner) =>
  asTenant(caller, (tx) =>
    recordAct(tx, caller, {
      tenantId: caller.tenantId,
      action: 'domain.added',
      subject: { type: 'domain', id: null, label },
      after: { name: label },
    }),
  )
/** Once all that was done can be sealed: other test files' transactions on the same server may hold a round up. */
async function seal(most?: number): Promise<void> {
  for (let i = 0; i < 400; i++) {
    const [waiting] = await sql(
      `select 1 from "AuditEvent" where "tenantId" = $1
          and tx >= audit_epoch() + pg_snapshot_xmin(pg_current_snapshot())::text::bigint limit 1`,
      [who.tenant.id],
    )
    if (!waiting) return void (await sealTrails(most))
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error('the trail could not be sealed in time')
}
/** Three seals of two events each. */
async function threeSeals(): Promise<void> {
  for (const n of [1, 2, 3]) {
    await act(`one-${n}.dev`)
    await act(`two-${n}.dev`)
    await seal()
  }
}
const faultOf = async (input: { expectHead?: string } = {}) =>
  (await verifyTrail(who.owner, input)).firstFault

describe('a trail that nobody touched', () => {
  it('is whole, and says what no seal covers so far', async () => {
    expect(await verifyTrail(who.owner, {})).toMatchObject({ ok: true, seals: 0, events: 0, head: null })
    await threeSeals()
    await act('later.dev')
    expect(await verifyTrail(who.owner, {})).toMatchObject({
      ...{ ok: true, seals: 3, events: 7, unsealed: 1, firstFault: null },
      head: (await seals()).at(-1)!.hash,
    })
    // The twin: the same is told to admins, of everybody.
    const all = await verifyAll(product.admin, {})
    expect(all.ok).toBe(true)
    expect(all.items.find((t) => t.slug === who.tenant.slug)).toMatchObject({ ok: true, seals: 3, events: 7 })
  })

  it('is sealed in bounded batches that hold all of it', async () => {
    for (let n = 0; n < 7; n++) await act(`${n}.dev`)
    await seal(3)
    expect((await seals()).map((s) => s.count)).toEqual([3, 3, 1])
    expect(await verifyTrail(who.owner, {})).toMatchObject({ ok: true, events: 7, unsealed: 0 })
  })

  it('what one transaction wrote is never split', async () => {
    const many = (n: number) =>
      asTenant(who.owner, async (tx) => {
        for (let i = 0; i < n; i++)
          await recordAct(tx, who.owner, {
            ...{ tenantId: who.tenant.id, action: 'domain.added' },
            subject: { type: 'domain', id: null, label: `${i}.dev` },
          })
      })
    await many(2)
    await many(5)
    await seal(3)
    expect((await seals()).map((s) => s.count)).toEqual([2, 5])
    expect(await faultOf()).toBeNull()
  })

  it('two sealers at once write one chain', async () => {
    for (let n = 0; n < 9; n++) await act(`${n}.dev`)
    await Promise.all(Array.from({ length: 6 }, () => sealTrails(2)))
    await seal(2)
    const links = await seals()
    expect(links.map((s) => s.seq)).toEqual(links.map((_, i) => i + 1))
    expect(await verifyTrail(who.owner, {})).toMatchObject({ ok: true, events: 9 })
  })

  it('a transaction that commits late is neither lost nor a fault', async () => {
    let go: () => void = () => undefined
    let begun: () => void = () => undefined
    const wait = new Promise<void>((resolve) => (go = resolve))
    const started = new Promise<void>((resolve) => (begun = resolve))
    const late = asTenant(who.owner, async (tx) => {
      await recordAct(tx, who.owner, {
        ...{ tenantId: who.tenant.id, action: 'domain.added' },
        subject: { type: 'domain', id: null, label: 'late.dev' },
      })
      begun()
      await wait
    })
    await started
    await act('early.dev')
    await sealTrails()
    // Whatever began after the open transaction waits for it.
    expect(await verifyTrail(who.owner, {})).toMatchObject({ ok: true, seals: 0, unsealed: 1 })
    go()
    await late
    await seal()
    expect(await verifyTrail(who.owner, {})).toMatchObject({ ok: true, events: 2, unsealed: 0 })
  })

  it('a sealer that dies leaves nothing half done', async () => {
    await act('one.dev')
    const holder = globalThis as typeof globalThis & { letterheadPrisma?: unknown }
    const original = prisma()
    holder.letterheadPrisma = original.$extends({
      query: {
        auditSeal: {
          create: async ({ args, query }) => {
            await query(args)
            throw new Error('killed')
          },
        },
      },
    })
    await sealTrails()
    holder.letterheadPrisma = original
    expect(await seals()).toEqual([])
    await seal()
    expect(await verifyTrail(who.owner, {})).toMatchObject({ ok: true, seals: 1, events: 1 })
  })
})

describe('tampering shows', () => {
  beforeEach(threeSeals)

  const of = async (label: string) => (await mine()).find((e) => e.subject === label)!

  it.each([
    [`"actorLabel" = 'Eve'`],
    [`subject = 'other.dev'`],
    [`at = at + interval '1 ms'`],
    [`change = null`],
    [`address = '192.0.2.7'`],
    [`result = 'refused'`],
  ])('an event whose %s was set', async (set) => {
    await sql(`update "AuditEvent" set ${set} where id = $1`, [(await of('one-2.dev')).id])
    expect(await faultOf()).toMatchObject({ seq: 2, kind: 'altered' })
  })

  it('an event that was deleted', async () => {
    await sql('delete from "AuditEvent" where id = $1', [(await of('two-2.dev')).id])
    expect(await faultOf()).toMatchObject({ seq: 2, kind: 'missing' })
  })

  it('an event that was put in later, where a seal covers its transaction', async () => {
    const { tx } = await of('one-2.dev')
    await act('new.dev')
    await sql('update "AuditEvent" set tx = $2 where "tenantId" = $1 and subject = $3', [
      who.tenant.id,
      tx,
      'new.dev',
    ])
    expect(await faultOf()).toMatchObject({ seq: 2, kind: 'added' })
  })

  it('an event that was put in later and claims to be old, before and after it is sealed', async () => {
    await act('new.dev')
    const old = `update "AuditEvent" set at = at - interval '2 days' where "tenantId" = $1 and subject = 'new.dev'`
    await sql(old, [who.tenant.id])
    expect(await faultOf()).toMatchObject({ seq: 4, kind: 'added' })
    await seal()
    expect(await faultOf()).toMatchObject({ seq: 4, kind: 'added' })
  })

  it('two events that changed places', async () => {
    const [a, b] = [await of('one-2.dev'), await of('two-2.dev')]
    await sql(
      `update "AuditEvent" e set subject = o.subject, change = o.change, "requestId" = o."requestId"
         from "AuditEvent" o where e.id in ($1, $2) and o.id in ($1, $2) and o.id <> e.id`,
      [a.id, b.id],
    )
    expect(await faultOf()).toMatchObject({ seq: 2, kind: 'altered' })
  })

  it('an event that was moved to another organisation', async () => {
    await sql('update "AuditEvent" set "tenantId" = $2 where id = $1', [
      (await of('one-1.dev')).id,
      product.b.tenant.id,
    ])
    expect(await faultOf()).toMatchObject({ seq: 1, kind: 'missing' })
  })

  it.each([1, 2])('seal %i that was deleted', async (seq) => {
    await sql('delete from "AuditSeal" where "tenantId" = $1 and seq = $2', [who.tenant.id, seq])
    expect(await faultOf()).toMatchObject({ seq, kind: 'seal_missing' })
  })

  it.each([
    ['hash = md5(hash) || md5(hash)', 'seal_altered'],
    ['count = count + 1', 'seal_altered'],
    ['"fromTx" = "fromTx" - 1', 'seal_altered'],
    ['"toTx" = "toTx" + 1', 'seal_altered'],
    ['"createdAt" = "createdAt" + interval \'1 s\'', 'altered'],
  ])('a seal whose %s', async (set, kind) => {
    await sql(`update "AuditSeal" set ${set} where "tenantId" = $1 and seq = 2`, [who.tenant.id])
    expect(await faultOf()).toMatchObject({ seq: 2, kind })
  })

  it('an end that was cut off, to who noted the head', async () => {
    const { head } = await verifyTrail(who.owner, {})
    const last = (await seals()).at(-1)!
    await sql('delete from "AuditEvent" where "tenantId" = $1 and tx >= $2', [who.tenant.id, last.fromTx])
    await sql('delete from "AuditSeal" where id = $1', [last.id])
    expect(await faultOf()).toBeNull()
    expect(await faultOf({ expectHead: head! })).toMatchObject({ seq: 3, kind: 'seal_missing' })
    // The twin: an older head is still there.
    expect(await faultOf({ expectHead: (await seals()).at(0)!.hash as string })).toBeNull()
  })

  it('to admins, beside the trails that are whole', async () => {
    await sql('delete from "AuditEvent" where id = $1', [(await of('two-2.dev')).id])
    const { ok, items } = await verifyAll(product.admin, {})
    expect(ok).toBe(false)
    expect(items.find((t) => t.slug === who.tenant.slug)?.firstFault).toMatchObject({ kind: 'missing' })
    expect(items.filter((t) => t.slug !== who.tenant.slug).some((t) => t.ok)).toBe(true)
  })
})

it.each([
  'update "AuditSeal" set hash = hash',
  'delete from "AuditSeal"',
  'truncate "AuditSeal"',
  'update "AuditEvent" set action = action',
  'delete from "AuditEvent"',
])('neither the application nor the platform role may: %s', async (text) => {
  await expect(asTenant(who.owner, (tx) => tx.$executeRawUnsafe(text))).rejects.toThrow(/permission denied/)
  await expect(asPlatform((tx) => tx.$executeRawUnsafe(text))).rejects.toThrow(/permission denied/)
})

it('after a move to a cluster whose transactions start anew, the trail goes on', async () => {
  const epoch = (n: number) =>
    withClient(product.database.ownerUrl, (c) =>
      c.query(
        `create or replace function audit_epoch() returns bigint language sql stable as 'select ${n}::bigint'`,
      ),
    )
  await epoch(5_000_000)
  await act('before.dev')
  await seal()
  // As a logical dump would leave it: the numbers of the old cluster in the rows, those of a new one ahead.
  await epoch(0)
  expect(await keepAuditEpoch(product.database.ownerUrl)).toBe(true)
  await act('after.dev')
  await seal()
  expect(await verifyTrail(who.owner, {})).toMatchObject({ ok: true, seals: 2, events: 2, unsealed: 0 })
  expect(await keepAuditEpoch(product.database.ownerUrl)).toBe(false)
})

it('the application writes no seal of its own', async () => {
  const row = { tenantId: who.tenant.id, seq: 1, fromTx: 0n, toTx: 1n, count: 0, hash: 'x' }
  await expect(asTenant(who.owner, (tx) => tx.auditSeal.create({ data: row }))).rejects.toThrow(
    /permission denied/,
  )
})
