import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '@/lib/local/testing/database'
import { withClient } from '@/prisma/sql'
import { HOUR, SECOND } from './clock'
import { closePool } from './db/pool'
import { takeRate } from './rate'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await closePool()
  await database.drop()
})
const somebody = () => `key:${randomUUID()}`

it('as many as the limit pass, also all at once, and not one more', async () => {
  const of = somebody()
  const taken = await Promise.all(Array.from({ length: 50 }, () => takeRate([{ of, limit: 20, per: HOUR }])))
  expect(taken.filter((t) => t.ok)).toHaveLength(20)
  expect((await takeRate([{ of, limit: 20, per: HOUR }])).ok).toBe(false)
})

it('tells what is left, and when to come again', async () => {
  const rate = { of: somebody(), limit: 3, per: HOUR }
  const left = []
  for (let n = 0; n < 3; n++) left.push((await takeRate([rate])).remaining)
  expect(left).toEqual([2, 1, 0])
  const refused = await takeRate([rate])
  expect(refused).toMatchObject({ ok: false, remaining: 0, limit: 3, per: HOUR })
  // A third of an hour brings one back.
  expect(refused.reset).toBeGreaterThan(1190)
  expect(refused.reset).toBeLessThanOrEqual(1200)
})

it('gives back with time, one after the other', async () => {
  // One back every two seconds.
  const rate = { of: somebody(), limit: 5, per: 10 * SECOND }
  const taken = await Promise.all(Array.from({ length: 6 }, () => takeRate([rate])))
  expect(taken.filter(({ ok }) => ok)).toHaveLength(5)
  await setTimeout(2_050)
  expect((await takeRate([rate])).ok).toBe(true)
})

it('of two limits, a used-up one takes nothing out of the other', async () => {
  const [key, tenant] = [somebody(), somebody()]
  const both = [
    { of: key, limit: 2, per: HOUR },
    { of: tenant, limit: 5, per: HOUR },
  ]
  for (let n = 0; n < 4; n++) await takeRate(both)
  const other = [{ of: somebody(), limit: 10, per: HOUR }, both[1]!]
  const ok = []
  for (let n = 0; n < 4; n++) ok.push((await takeRate(other)).ok)
  expect(ok).toEqual([true, true, true, false])
})

it('many takers of crossing pairs end without a deadlock', async () => {
  const [a, b] = [somebody(), somebody()]
  const rates = [a, b].map((of) => ({ of, limit: 1000, per: HOUR }))
  const taken = await Promise.all(
    Array.from({ length: 100 }, (_, n) => takeRate(n % 2 ? rates : rates.toReversed())),
  )
  expect(taken.every((t) => t.ok)).toBe(true)
})

it('keeps no name, only a hash', async () => {
  await takeRate([{ of: 'sign-in:ada@mnexa.ai', limit: 5, per: HOUR }])
  const rows = await withClient(
    database.superUrl,
    async (c) => (await c.query<{ key: string }>('select key from "RateLimit"')).rows,
  )
  for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/)
})
