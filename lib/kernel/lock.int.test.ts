import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '@/lib/local/testing/database'
import { withClient } from '@/prisma/sql'
import { closePool } from './db/pool'
import { announce } from './live'
import { closeLocks, withLock } from './lock'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await closeLocks()
  await closePool()
  await database.drop()
})

const gate = () => {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

it('while one works under a name, another of that name is turned away, and one of another name is not', async () => {
  const { open, opened } = gate()
  const first = withLock('a', () => opened.then(() => 'first'))
  await expect.poll(() => withLock('a', async () => 'second')).toBeUndefined()
  expect(await withLock('b', async () => 'other')).toBe('other')
  open()
  expect(await first).toBe('first')
  expect(await withLock('a', async () => 'third')).toBe('third')
})

it('work that fails lets go of the name', async () => {
  await expect(withLock('failing', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await withLock('failing', async () => 'again')).toBe('again')
})

it('another process is turned away, too', async () => {
  const held = () =>
    withClient(
      database.appUrl,
      async (c) =>
        (await c.query<{ got: boolean }>(`select pg_try_advisory_lock(hashtextextended('shared', 0)) as got`))
          .rows[0]?.got,
    )
  await withLock('shared', async () => expect(await held()).toBe(false))
  expect(await held()).toBe(true)
})

it('any number of locks at once, one inside the other, leave connections to work with', async () => {
  const { open, opened } = gate()
  let inside = 0
  const work = Array.from({ length: 30 }, (_, i) =>
    withLock(`outer ${i}`, async () => {
      if (++inside === 30) open()
      await opened
      await announce({ tenantId: 't', noun: 'n', id: String(i) })
      return withLock(`inner ${i}`, async () => i)
    }),
  )
  expect(await Promise.all(work)).toEqual(Array.from({ length: 30 }, (_, i) => i))
})

it('a connection that breaks costs the locks it held, not the next ones', async () => {
  await withLock('before', async () => {
    await withClient(database.superUrl, (c) =>
      c.query(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
      ),
    )
  }).catch(() => undefined)
  await expect.poll(() => withLock('after', async () => 'fine').catch(() => 'broken')).toBe('fine')
})
