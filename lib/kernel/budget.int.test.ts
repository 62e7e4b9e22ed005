import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '@/lib/local/testing/database'
import { takePlace } from './budget'
import { disconnect } from './db/client'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await disconnect()
  await database.drop()
})

const many = (key: string, n: number, perSecond: number, patienceMs: number) =>
  Promise.all(Array.from({ length: n }, () => takePlace(key, perSecond, patienceMs)))

it('calls of a whole installation get places one after the other, however many ask at once', async () => {
  const waits = (await many('one', 10, 1, 60_000)).map((w) => w ?? Infinity).toSorted((a, b) => a - b)
  expect(waits[0]).toBeLessThanOrEqual(1_000)
  // Each place is a second after the one before it, less the time that passed meanwhile.
  for (const [i, wait] of waits.entries()) expect(wait).toBeGreaterThan(i * 1_000 - 5_000)
  expect(waits.at(-1)).toBeGreaterThan(waits[0]! + 4_000)
  expect(waits.at(-1)).toBeLessThanOrEqual(9_000)
})

it('a queue longer than the patience gives no place, and takes none', async () => {
  const waits = await many('two', 10, 1, 2_500)
  expect(waits.filter((w) => w === null).length).toBeGreaterThanOrEqual(5)
  expect(waits.filter((w) => w !== null).length).toBeGreaterThanOrEqual(3)
  expect(Math.max(...waits.map((w) => w ?? 0))).toBeLessThanOrEqual(2_500)
})

it('another queue is not held up', async () => {
  await many('three', 5, 0.1, 600_000)
  // The column keeps milliseconds: the time of a place taken now may be rounded up, and lie a moment ahead.
  expect(await takePlace('four', 1, 5)).toBeLessThanOrEqual(5)
})
