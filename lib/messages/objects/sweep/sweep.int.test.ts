import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { storage } from '@/lib/gateways/storage'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { after, DAY } from '@/lib/kernel/clock'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { putRaw } from '../../receive/put-raw'
import { receiveMessage } from '../../receive/receive-message'
import { incoming, rawMail } from '../../testing/mail'
import { SWEEP_OBJECTS } from '../jobs'
import { removeObjects } from '../platform'
import { dayName, nextDay } from './days'
import { sweepObjects } from './platform'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const now = new Date()
const dayBack = (n: number) => dayName(after(now, -n * DAY))
const pathOf = (key: string) => join(process.env.STORAGE_FOLDER!, key)
const sweptTo = (day: string) => product.database.ask(`update "ObjectSweep" set day = $1, folder = ''`, [day])
const cursor = async () => {
  const [row] = await product.database.ask<{ day: string; folder: string }>(
    `select day, folder from "ObjectSweep"`,
  )
  return row!
}
/** An object as it was put in a tenant's folder so many days ago. */
async function put(tenant: string, days: number, id: string = randomUUID()): Promise<string> {
  const key = `tenants/${tenant}/${dayBack(days)}/${id}.eml`
  await storage().put(key, Buffer.from('x'))
  utimesSync(pathOf(key), after(now, -days * DAY), after(now, -days * DAY))
  return key
}
/** A sweep, and what it found removed. Answers how many it found. */
async function sweep(at = now) {
  const found = await sweepObjects(at)
  await removeObjects()
  return found
}

beforeEach(() => sweptTo(dayBack(2)))

it('what never got a row goes when it is old enough, and nothing else', async () => {
  const tenant = product.a.tenant.id
  const inbox = await openInbox(product.a.owner, { localPart: 'kept' })
  await receiveMessage(incoming(rawMail(), [inbox.address]))
  const [raw] = await product.database.ask<{ id: string }>(
    `select id from "RawMessage" where "tenantId" = $1`,
    [tenant],
  )
  const kept = await put(tenant, 2, raw!.id)
  await product.database.ask(`update "RawMessage" set key = $1 where id = $2`, [kept, raw!.id])
  const [old, young] = [await put(tenant, 2), await put(tenant, 2)]
  utimesSync(pathOf(young), now, now)
  expect(await sweep()).toBe(1)
  await expect(storage().open(old)).rejects.toThrow(/ENOENT/)
  for (const key of [young, kept]) expect(await buffer(await storage().open(key))).toBeTruthy()
})

it('is found also of mail that comes weeks after it was received', async () => {
  const inbox = await openInbox(product.a.owner, { localPart: 'late' })
  const late = incoming(rawMail(), [inbox.address], {
    ...{ by: 'ses', receivedAt: after(now, -20 * DAY) },
  })
  // A death after the object, before its row.
  const { key } = await putRaw(late, `tenants/${product.a.tenant.id}`)
  await receiveMessage(late)
  const [{ key: stored } = { key: '' }] = await product.database.ask<{ key: string }>(
    `select r.key from "RawMessage" r join "Message" m on m."rawId" = r.id where m."inboxId" = $1`,
    [inbox.id],
  )
  await sweep(after(new Date(), 2 * DAY))
  await expect(storage().open(key)).rejects.toThrow(/ENOENT/)
  expect(await buffer(await storage().open(stored))).toBeTruthy()
})

it('however long nobody swept, each day since is looked through, once', async () => {
  await sweptTo(dayBack(40))
  const keys = [await put('a-tenant', 40), await put('b-tenant', 17), await put('a-tenant', 2)]
  expect(await sweep()).toBe(3)
  for (const key of keys) expect(existsSync(pathOf(key))).toBe(false)
  expect(await cursor()).toEqual({ day: nextDay(dayBack(2)), folder: '' })
  const again = await put('a-tenant', 17)
  expect(await sweep()).toBe(0)
  expect(existsSync(pathOf(again))).toBe(true)
})

it('one that runs out of time is a new job, which goes on where it ended', async () => {
  const waiting = () =>
    product.database
      .ask(`select 1 from pgboss.job where name = $1 and state = 'created'`, [SWEEP_OBJECTS.name])
      .then((rows) => rows.length)
  const keys = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => put(`t-${n}`, 2)))
  expect(await sweepObjects(now, -1)).toBe(0)
  expect(await waiting()).toBe(1)
  // As one left it that died after some.
  await product.database.ask(`update "ObjectSweep" set folder = 'tenants/t-4'`)
  expect(await sweep()).toBe(5)
  expect(keys.map((key) => existsSync(pathOf(key)))).toEqual([
    ...Array(4).fill(true),
    ...Array(5).fill(false),
  ])
  expect(await waiting()).toBe(1)
})

it('what storage refuses to list stays due', async () => {
  const key = await put('refused', 2)
  const file = `tenants/z-refused/${dayBack(2)}`
  // A file where a folder should be cannot be read as one.
  await storage().put(file, Buffer.from('x'))
  await expect(sweep()).rejects.toThrow(/ENOTDIR/)
  expect((await cursor()).day).toBe(dayBack(2))
  await storage().remove(file)
  await sweep()
  expect(existsSync(pathOf(key))).toBe(false)
  expect((await cursor()).day).toBe(nextDay(dayBack(2)))
})

it('days of which nothing is left take their folders with them', async () => {
  const [left, gone] = [await put('empties', 30), await put('empties', 31)]
  await storage().remove(gone)
  for (const n of [30, 31]) {
    const path = pathOf(`tenants/empties/${dayBack(n)}`)
    utimesSync(path, after(now, -2 * DAY), after(now, -2 * DAY))
  }
  await sweep()
  expect(readdirSync(pathOf('tenants/empties'))).toEqual([dayBack(30)])
  expect(existsSync(pathOf(left))).toBe(true)
})
