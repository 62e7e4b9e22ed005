import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { notificationHealth } from './health/platform'
import { PROCESS_NOTIFICATION } from './jobs'
import { sweepNotifications } from './platform'
import { retryNotifications } from './retry-notifications'
import { AT_ONCE } from './start-again'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const sql = <R extends object>(text: string, values: unknown[] = []) => product.database.ask<R>(text, values)
/** So many that were given up long ago. */
const failed = (n: number) =>
  sql(
    `insert into "InboundNotification" ("externalId", topic, body, "receivedAt", problem)
       select gen_random_uuid()::text, 't', '{}', now() - interval '5 days' - make_interval(secs => i), 'problem ' || i
         from generate_series(1, $1) i`,
    [n],
  )
const jobs = async () =>
  (
    await sql<{ id: string }>(
      `select data ->> 'id' as id from pgboss.job where name = $1 and state = 'created'`,
      [PROCESS_NOTIFICATION.name],
    )
  ).map(({ id }) => id)
const retry = () => retryNotifications(product.admin, {})
const acts = () =>
  sql<{ subject: string; actorLabel: string }>(
    `select subject, "actorLabel" from "AuditEvent" where action = 'notifications.retried'`,
  )

beforeEach(async () => {
  await sql('delete from "InboundNotification"')
  await sql('delete from pgboss.job where name = $1', [PROCESS_NOTIFICATION.name])
})

it('what was given up is started again by hand, once while it is under way, and recorded', async () => {
  await failed(3)
  expect(await sweepNotifications()).toBe(0)
  expect(await retry()).toEqual({ started: 3, more: false })
  expect(await retry()).toEqual({ started: 0, more: false })
  expect(new Set(await jobs()).size).toBe(3)
  expect(await acts()).toEqual([{ subject: 'notifications of incoming mail', actorLabel: 'Ines Keller' }])
})

it('one that is tried anyway, and one that is through, are left to it', async () => {
  await failed(2)
  await retry()
  await sql(`update pgboss.job set state = 'retry' where name = $1`, [PROCESS_NOTIFICATION.name])
  expect(await retry()).toEqual({ started: 0, more: false })
  await sql(`update pgboss.job set state = 'failed' where name = $1`, [PROCESS_NOTIFICATION.name])
  await sql(`update "InboundNotification" set "processedAt" = now() where problem = 'problem 1'`)
  expect(await retry()).toEqual({ started: 1, more: false })
})

it('of ten clicks at once, beside the sweep, one starts them', async () => {
  await failed(20)
  await sql(`update "InboundNotification" set "receivedAt" = now() - interval '1 hour'`)
  const [swept, ...all] = await Promise.all([sweepNotifications(), ...Array.from({ length: 10 }, retry)])
  expect(all.reduce((sum, { started }) => sum + started, swept)).toBe(20)
  expect(await jobs()).toHaveLength(20)
})

it('of very many, as many as are started at one time, the oldest first, and says that there may be more', async () => {
  await failed(AT_ONCE + 2)
  expect(await retry()).toEqual({ started: AT_ONCE, more: true })
  const [newest] = await sql<{ id: string }>(
    `select id from "InboundNotification" where problem = 'problem 1'`,
  )
  expect(await jobs()).not.toContain(newest!.id)
  expect(await retry()).toEqual({ started: 2, more: false })
})

it('the health page is told how many, since when, and why the newest', async () => {
  await failed(3)
  const { failing, failingSince, problem } = await notificationHealth()
  expect({ failing, problem }).toEqual({ failing: 3, problem: 'problem 1' })
  expect(Date.now() - failingSince!.getTime()).toBeGreaterThan(5 * 24 * 60 * 60_000)
})
