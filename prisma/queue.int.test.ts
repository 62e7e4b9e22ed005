import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '@/lib/local/testing/database'
import { ensureQueue } from './queue'
import { withClient } from './sql'

let database: TestDatabase
let boss: PgBoss
beforeAll(async () => {
  database = await testDatabase()
  await ensureQueue(database.ownerUrl, ['letters', { name: 'parcels', retryLimit: 1 }])
  boss = new PgBoss({
    connectionString: database.appUrl,
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    reindex: false,
  })
  await boss.start()
})
afterAll(async () => {
  await boss.stop({ graceful: false })
  await database.drop()
})

it('the application sends, works and schedules without a right to change the schema', async () => {
  const arrived = new Promise<object>((done) => {
    void boss.work('letters', { pollingIntervalSeconds: 0.5 }, async ([job]) => done(job?.data as object))
  })
  await boss.send('letters', { to: 'a' })
  expect(await arrived).toEqual({ to: 'a' })
  await boss.schedule('parcels', '0 * * * *')
  expect(await boss.getSchedules()).toHaveLength(1)
})

it('a job that is sent in a transaction that rolls back never was', async () => {
  await withClient(database.appUrl, async (client) => {
    const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
    await client.query('BEGIN')
    await boss.send('parcels', { n: 1 }, { db })
    await client.query('ROLLBACK')
    expect(await boss.fetch('parcels')).toEqual([])
    await client.query('BEGIN')
    await boss.send('parcels', { n: 2 }, { db })
    await client.query('COMMIT')
    expect(await boss.fetch('parcels')).toMatchObject([{ data: { n: 2 } }])
  })
})

it('running it again keeps the jobs and takes the new settings', async () => {
  const id = await boss.send('parcels', { n: 3 })
  await ensureQueue(database.ownerUrl, [{ name: 'parcels', retryLimit: 5 }])
  expect(await boss.getQueue('parcels')).toMatchObject({ retryLimit: 5 })
  expect(await boss.findJobs('parcels', { id: id ?? '' })).toHaveLength(1)
})
