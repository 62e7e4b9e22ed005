import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { platformTenantId } from '@/lib/audit/platform'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { mint } from '@/lib/kernel/mint'
import {
  PLATFORM_DOMAIN,
  startTestProduct,
  type Customer,
  type TestProduct,
} from '@/lib/local/testing/product'
import { newTenant } from '@/lib/tenants/testing/new-tenant'
import { HELD_BYTES, HELD_MESSAGES } from '@/lib/usage/held'
import { standAt } from '@/lib/usage/testing/stand-at'
import { createWorkspace } from '@/lib/workspaces/create-workspace'
import { deleteMessages } from '../file/delete-messages'
import { moveMessages } from '../file/move-messages'
import { findMail } from '../find/find-mail'
import { removeObjects } from '../objects/platform'
import { retain } from '../retention/run/platform'
import { STRAY_BYTES, STRAY_MESSAGES } from '../stray/bounds'
import { removeStray } from '../stray/platform'
import { incoming, rawMail } from '../testing/mail'
import { heldHealth } from './health/platform'
import { NotTogether } from './not-together'
import { receiveMessage } from './receive-message'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
  await standAt(product.database)
})
afterAll(() => product.stop())

const sql = async <Row extends object>(text: string, ...values: unknown[]) =>
  product.database.ask<Row>(text, values)
const objects = () =>
  readdirSync(process.env.STORAGE_FOLDER!, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? join(entry.parentPath, entry.name) : [],
  )
const counted = async () => (await heldHealth()).held.unkept
const unkept = async (kind: string) =>
  (await sql<{ count: number }>('select count from "UnkeptMail" where kind = $1', kind))[0]?.count ?? 0

interface Full extends Customer {
  address: string
  setRoom(bytes: number): Promise<unknown>
}

/** A customer with an inbox and next to no storage. */
async function full(slug: string): Promise<Full> {
  await createWorkspace(product.admin, { slug, name: slug, environment: 'production' })
  const setRoom = (bytes: number) =>
    sql('update "Workspace" set "storageBytes" = $1 where slug = $2', bytes, slug)
  await setRoom(1)
  const who = await newTenant(product, slug, { workspace: slug })
  const { address } = await openInbox(who.owner, { localPart: 'in' })
  return { ...who, address, setRoom }
}

/** As if so many had been held before. */
const hold = ({ tenant }: Customer, messages: number, bytesEach = 1) =>
  sql(
    `insert into "RawMessage" ("tenantId", key, size, sha256, counted)
       select $1, gen_random_uuid()::text, $3, '', false from generate_series(1, $2)`,
    ...[tenant.id, messages, bytesEach],
  )
const come = async ({ address }: { address: string }, raw = rawMail()) =>
  (await receiveMessage(incoming(raw, [address], { by: 'ses', copy: 'the-copy' })))[0]!
const comeAtOnce = async (n: number, to: { address: string }) =>
  (await Promise.all(Array.from({ length: n }, () => come(to)))).map(({ outcome }) => outcome)
const heldBy = ({ tenant }: Customer) =>
  sql<{ id: string }>(`select id from "Message" where "tenantId" = $1 and folder = 'quarantine'`, tenant.id)
const of = (outcome: string, all: string[]) => all.filter((one) => one === outcome).length

describe('mail of a tenant without room', () => {
  it('is held up to the number of messages that may be, of many at once exactly', async () => {
    const who = await full('held-many')
    await hold(who, HELD_MESSAGES - 2)
    const [objectsBefore, unkeptBefore] = [objects().length, await unkept('held')]
    const all = await comeAtOnce(8, who)
    expect([of('quarantined', all), of('dropped', all)]).toEqual([2, 6])
    expect(await heldBy(who)).toHaveLength(2)
    expect(objects().length - objectsBefore).toBe(2)
    expect((await unkept('held')) - unkeptBefore).toBe(6)
  })

  it('is held up to the last byte that may be, and a byte more is not', async () => {
    const [who, raw] = [await full('held-bytes'), rawMail()]
    await hold(who, 1, HELD_BYTES - 2 * raw.length)
    expect(await come(who, Buffer.concat([raw, raw, Buffer.from('x')]))).toMatchObject({ outcome: 'dropped' })
    expect(await come(who, Buffer.concat([raw, raw]))).toMatchObject({ outcome: 'quarantined' })
    expect(await come(who, Buffer.from('xx'))).toMatchObject({
      ...{ outcome: 'dropped', refusal: { reason: 'hold_full' } },
    })
    // The neighbour has a bound of its own.
    expect(await come(await full('held-beside'))).toMatchObject({ outcome: 'quarantined' })
  })

  it('that was not kept is found with the truth: when, from whom, and where a copy is', async () => {
    const who = await full('held-found')
    await hold(who, HELD_MESSAGES)
    await come(who)
    const { items } = await findMail(product.support, {
      ...{ reason: 'Bob never got it, ticket 4711', recipient: who.address },
    })
    expect(items).toMatchObject([
      {
        ...{ kind: 'dropped', from: 'ada@sender.example', recipient: who.address },
        tenant: { slug: 'held-found' },
        says: [
          expect.stringMatching(/^Accepted, and not kept: .* as much mail is held .*, the-copy, /),
          expect.stringMatching(/ of storage were left\.$/),
        ],
      },
    ])
  })

  it('that somebody else takes at the door is nobody’s beyond the bound: each is asked on its own', async () => {
    const who = await full('held-mixed')
    await hold(who, HELD_MESSAGES)
    const other = await openInbox(product.b.owner, { localPart: 'takes-it' })
    const both = incoming(rawMail(), [who.address, other.address])
    await expect(receiveMessage(both)).rejects.toThrow(NotTogether)
    expect(await receiveMessage(incoming(rawMail(), [other.address]))).toMatchObject([{ outcome: 'stored' }])
    expect(await receiveMessage(incoming(rawMail(), [who.address]))).toMatchObject([{ outcome: 'refused' }])
  })

  it('that is not kept counts once, however many of its inboxes it was for, and for seven days', async () => {
    const who = await full('held-three')
    const more = [
      await openInbox(who.owner, { localPart: 'in-2' }),
      await openInbox(who.owner, { localPart: 'in-3' }),
    ]
    await hold(who, HELD_MESSAGES)
    const before = await counted()
    const to = [who, ...more].map(({ address }) => address)
    const all = await receiveMessage(incoming(rawMail(), to, { by: 'ses' }))
    expect(all.map(({ outcome }) => outcome)).toEqual(['dropped', 'dropped', 'dropped'])
    expect((await counted()) - before).toBe(1)
    const countedAgo = (days: number) =>
      sql(
        `insert into "UnkeptMail" (day, kind, count)
           values (to_char(usage_time() at time zone 'utc' - make_interval(days => $1), 'YYYY-MM-DD'), 'held', 10)`,
        days,
      )
    await countedAgo(6)
    await countedAgo(7)
    expect((await counted()) - before).toBe(11)
    await sql(`delete from "UnkeptMail" where count = 10 and kind = 'held'`)
  })

  it('that came before comes again as what is there, also when nothing more may be held', async () => {
    const who = await full('held-again')
    await hold(who, HELD_MESSAGES - 1)
    const mail = incoming(rawMail(), [who.address], { by: 'ses' })
    const [first] = await receiveMessage(mail)
    expect(first).toMatchObject({ outcome: 'quarantined' })
    expect(await receiveMessage(mail)).toMatchObject([{ outcome: 'stored', id: first!.id }])
  })
})

describe('mail is held again once', () => {
  const atBound = async (slug: string) => {
    const who = await full(slug)
    await hold(who, HELD_MESSAGES - 1)
    expect(await comeAtOnce(2, who)).toContain('dropped')
    return { who, held: (await heldBy(who)).map(({ id }) => id) }
  }
  const oneMore = async (who: Full) => {
    const all = [(await come(who)).outcome, (await come(who)).outcome]
    expect(all).toEqual(['quarantined', 'dropped'])
  }

  it('some was released', async () => {
    const { who, held } = await atBound('held-released')
    await who.setRoom(1e6)
    await moveMessages(who.owner, { ids: held, folder: 'inbox' })
    await who.setRoom(1)
    await oneMore(who)
  })

  it('some was deleted', async () => {
    const { who, held } = await atBound('held-deleted')
    await deleteMessages(who.owner, { ids: held })
    await oneMore(who)
  })

  it('retention took some', async () => {
    const { who, held } = await atBound('held-retained')
    await sql(`update "Message" set "filedAt" = now() - interval '400 days' where id = $1`, held[0])
    await retain(mint.worker(await platformTenantId()), () => Promise.resolve())
    await oneMore(who)
  })
})

describe('mail of a tenant that is suspended', () => {
  const suspended = async (slug: string, room: number) => {
    const who = await full(slug)
    await who.setRoom(room)
    await sql(
      `update "Tenant" set "suspendedAt" = now(), "suspendedFor" = 'Testing' where id = $1`,
      who.tenant.id,
    )
    return who
  }
  const countedOf = async ({ tenant }: Customer) =>
    (
      await sql<{ counted: boolean }>(
        'select counted from "RawMessage" where "tenantId" = $1 and size > 1 order by "createdAt"',
        tenant.id,
      )
    ).map((row) => row.counted)

  it('takes of its storage as far as that goes, and is held without room from there on', async () => {
    const raw = rawMail()
    const who = await suspended('held-suspended', 2 * raw.length)
    for (let i = 0; i < 3; i++)
      expect(await come(who, raw)).toMatchObject({
        ...{ outcome: 'quarantined', refusal: { reason: 'tenant_suspended' } },
      })
    expect(await countedOf(who)).toEqual([true, true, false])
  })

  it('is held up to the bound, of many at once exactly', async () => {
    const who = await suspended('held-suspended-full', 1)
    await hold(who, HELD_MESSAGES - 3)
    const all = await comeAtOnce(7, who)
    expect([of('quarantined', all), of('dropped', all)]).toEqual([3, 4])
    expect(await countedOf(who)).toEqual([false, false, false])
  })
})

describe('mail for nobody', () => {
  const nobody = { address: `nobody@mnexa.${PLATFORM_DOMAIN}` }
  const fill = (messages: number, bytesEach = 1) =>
    sql(
      `insert into "StrayMail" (reason, recipient, "envelopeFrom", "fromHeader", subject, key, "deliveryId", size)
         select 'unknown_tag', 'x@y.dev', '', '', '', 'stray/' || id, id, $2
           from (select gen_random_uuid()::text as id from generate_series(1, $1)) s`,
      ...[messages, bytesEach],
    )
  beforeEach(async () => {
    await sql('delete from "StrayMail"')
    await removeObjects()
  })

  it('is kept up to the number of messages that may be, of many at once exactly, and again once some is gone', async () => {
    await fill(STRAY_MESSAGES - 2)
    const [objectsBefore, unkeptBefore] = [objects().length, await unkept('stray')]
    const all = await comeAtOnce(6, nobody)
    expect([of('stray', all), of('dropped', all)]).toEqual([2, 4])
    expect(objects().length - objectsBefore).toBe(2)
    expect((await unkept('stray')) - unkeptBefore).toBe(4)
    const [one] = await sql<{ id: string }>('select id from "StrayMail" limit 1')
    await removeStray(product.admin, one!.id)
    expect(await comeAtOnce(2, nobody)).toEqual(expect.arrayContaining(['stray', 'dropped']))
  })

  it('is kept up to the last byte that may be; what came before is there all the same', async () => {
    const raw = rawMail()
    const gigabyte = 1e9
    await fill(STRAY_BYTES / gigabyte - 1, gigabyte)
    await fill(1, gigabyte - raw.length)
    const mail = incoming(raw, [nobody.address], { by: 'ses', deliveryId: randomUUID() })
    expect(await come(nobody, Buffer.concat([raw, Buffer.from('x')]))).toMatchObject({ outcome: 'dropped' })
    for (let i = 0; i < 2; i++) expect(await receiveMessage(mail)).toMatchObject([{ outcome: 'stray' }])
    expect(await come(nobody, Buffer.from('x'))).toMatchObject({ outcome: 'dropped' })
  })
})
