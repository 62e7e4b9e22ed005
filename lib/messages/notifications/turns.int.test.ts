import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { handlers } from '@/lib/faces/worker/handlers'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { closeJobs, workJobs } from '@/lib/kernel/jobs'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { until } from '@/lib/local/world/test/helpers'
import { PROCESS_NOTIFICATION } from './jobs'
import {
  findNotification,
  keepNotification,
  noteProblem,
  settleNotification,
  sweepNotifications,
} from './platform'
import { mailIn } from './turns'

let product: TestProduct
let a: string, b: string
beforeAll(async () => {
  product = await startTestProduct()
  a = (await openInbox(product.a.owner, { localPart: 'agent' })).address
  b = (await openInbox(product.b.owner, { localPart: 'agent' })).address
})
afterAll(() => product.stop())
afterEach(async () => {
  await closeJobs()
  await sql('delete from "InboundNotification"')
  await sql('delete from pgboss.job where name = $1', [PROCESS_NOTIFICATION.name])
})

const sql = (text: string, values: unknown[] = []) => product.database.ask(text, values)

/** A notification of a message for an address. */
const comes = (to: string, subject = to) => {
  const receipt = { timestamp: '2026-11-21T10:00:00Z', recipients: [to], action: { type: 'SNS' } }
  const mail = { messageId: subject, source: 'ada@outside.example' }
  const externalId = crypto.randomUUID()
  const body = JSON.stringify({
    ...{ Type: 'Notification', MessageId: externalId, TopicArn: 't', Timestamp: '2026-11-21T10:00:00Z' },
    ...{ SignatureVersion: '2', Signature: 's', SigningCertURL: 'https://c' },
    Message: JSON.stringify({ notificationType: 'Received', mail, receipt, content: '' }),
  })
  return keepNotification({ externalId, topic: 't', body })
}
const flood = async (to: string, n: number) => {
  for (let i = 0; i < n; i++) await comes(to)
}

/** The worker's own lanes, of which each takes a moment; answers for whom each was, in the order that they were taken. */
async function served(take: (whose: string) => Promise<void> = async () => undefined): Promise<string[]> {
  const order: string[] = []
  const lanes = handlers.filter(({ job }) => job === PROCESS_NOTIFICATION)
  await closeJobs()
  await workJobs(
    lanes.map((lane) => ({
      ...lane,
      handle: async (data) => {
        const { id } = data as { id: string }
        const mail = mailIn((await findNotification(id))!.body)!
        order.push(mail.deliveryId)
        await take(mail.deliveryId)
        await settleNotification(id, mail)
      },
    })),
  )
  return order
}
const all = (order: string[], n: number) => until(() => Promise.resolve(order), (o) => o.length >= n) // prettier-ignore

it('one message of a tenant comes next, however many of another came before it', async () => {
  await flood(a, 200)
  await comes(b)
  await comes('nobody@outside.example', 'nobody')
  const order = await served()
  await all(order, 12)
  for (const whose of [b, 'nobody']) expect(order.slice(0, 6)).toContain(whose)
})

it('so does one that comes while they are served, and two that have much are served in turns', async () => {
  await flood(a, 100)
  const order = await served()
  await all(order, 20)
  const before = order.length
  await Promise.all(Array.from({ length: 20 }, () => comes(b)))
  await all(order, 110)
  expect(order.indexOf(b) - before).toBeLessThan(30)
  const together = order.slice(order.indexOf(b), order.indexOf(b) + 30)
  expect(together.filter((whose) => whose === b).length).toBeGreaterThan(7)
})

it('those of one that hang leave a lane for the others', async () => {
  let release: () => void = () => undefined
  const hung = new Promise<void>((resolve) => (release = resolve))
  await flood(a, 20)
  const order = await served((whose) => (whose === a ? hung : Promise.resolve()))
  await all(order, 3)
  await flood(b, 3)
  await all(order, 6)
  expect(order.slice(0, 6).filter((whose) => whose === b)).toHaveLength(3)
  release()
  await all(order, 23)
})

it('what is started again has its turns as well', async () => {
  await flood(a, 30)
  await flood(b, 2)
  await sql('delete from pgboss.job where name = $1', [PROCESS_NOTIFICATION.name])
  for (const { id } of (await sql('select id from "InboundNotification"')) as { id: string }[])
    await noteProblem(id, 'away')
  expect(await sweepNotifications()).toBe(32)
  const order = await served()
  await all(order, 32)
  expect(order.lastIndexOf(b)).toBeLessThan(9)
})
