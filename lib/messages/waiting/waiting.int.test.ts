import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchEvents } from '@/lib/audit/oversight/search-events'
import { showEvent } from '@/lib/audit/show-event'
import { closeInbox } from '@/lib/inboxes/close-inbox'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { resumeInbox } from '@/lib/inboxes/resume-inbox'
import { suspendInbox } from '@/lib/inboxes/suspend-inbox'
import { insideTenant } from '@/lib/kernel/platform'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { reactivateTenant } from '@/lib/tenants/governing/reactivate-tenant'
import { suspendTenant } from '@/lib/tenants/governing/suspend-tenant'
import { SUSPENSION_OVER } from '@/lib/tenants/jobs'
import { newTenant } from '@/lib/tenants/testing/new-tenant'
import { createWorkspace } from '@/lib/workspaces/create-workspace'
import { moveMessages } from '../file/move-messages'
import { showMessage } from '../read/show-message'
import { receiveMessage } from '../receive/receive-message'
import { previewRetention } from '../retention/preview-retention'
import { retain } from '../retention/run/platform'
import { incoming, rawMail } from '../testing/mail'
import { letIn } from './let-in'
import { letInWaiting } from './platform'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const sql = <Row extends object>(text: string, ...values: unknown[]) =>
  product.database.ask<Row>(text, values)
const run = (pause?: () => Promise<unknown>) =>
  letInWaiting(product.platform.worker, pause ?? (() => Promise.resolve()))

interface Box extends Customer {
  id: string
  address: string
  workspace: string
}

let made = 0
/** A customer in a workspace of its own, with one inbox; mail and spam are kept for seven days. */
async function box(): Promise<Box> {
  const workspace = `waits-${++made}`
  await createWorkspace(product.admin, { slug: workspace, name: workspace, environment: 'production' })
  await sql(
    `update "Workspace" set "inboxRetentionDays" = 7, "spamRetentionDays" = 7, "blockedSenders" = '{bad.example}',
            rules = $2::jsonb where slug = $1`,
    workspace,
    JSON.stringify([
      rule('Bills', 'invoice', { file: 'Bills', read: true }),
      rule('Casino', 'casino', { spam: true }),
    ]),
  )
  const who = await newTenant(product, workspace, { workspace })
  const { id, address } = await openInbox(who.owner, { localPart: 'in' })
  return { ...who, id, address, workspace }
}
const rule = (name: string, value: string, action: object) => ({
  ...{ id: name, name, priority: 1, match: 'all', action },
  conditions: [{ field: 'subject', test: 'contains', value }],
})

const suspend = ({ owner, id }: Box) => suspendInbox(owner, { id, reason: 'Holidays' })
const resume = ({ owner, id }: Box) => resumeInbox(owner, { id })
const come = async ({ address }: Box, subject = 'Good morning', from = 'ada@sender.example') => {
  const raw = rawMail({ Subject: subject, From: from })
  const [one] = await receiveMessage(incoming(raw, [address], { by: 'ses', envelopeFrom: from }))
  expect(one).toMatchObject({ outcome: 'quarantined' })
  return { id: one!.id!, size: raw.length }
}
interface Lies {
  id: string
  subject: string
  folder: string
  label: string | null
  read: boolean
  codes: string[]
  counted: boolean
}
const mailOf = ({ tenant }: Customer) =>
  sql<Lies>(
    `select m.id, m.subject, m.folder::text, m.label, m."readAt" is not null as read, r.counted,
            array(select x->>'code' from jsonb_array_elements(m.reasons) x) as codes
       from "Message" m join "RawMessage" r on r.id = m."rawId" where m."tenantId" = $1 order by m.id`,
    tenant.id,
  )
const folders = async (who: Customer) => (await mailOf(who)).map(({ folder }) => folder)
/** What the triggers counted, and whether it is what there is. */
async function used({ tenant }: Customer): Promise<number> {
  const [row] = await sql<{ used: number; bytes: number; counts: object; are: object }>(
    `select (select used::int from "Usage" where "tenantId" = $1 and kind = 'storageBytes') as used,
            (select coalesce(sum(size), 0)::int from "RawMessage" where "tenantId" = $1 and counted) as bytes,
            (select jsonb_object_agg(folder, total) from "InboxCount" where "tenantId" = $1 and total > 0) as counts,
            (select jsonb_object_agg(folder, n) from (
               select folder, count(*) as n from "Message" where "tenantId" = $1 group by 1) f) as are`,
    tenant.id,
  )
  expect(row!.counts).toEqual(row!.are)
  expect(row!.used).toBe(row!.bytes)
  return row!.used
}
/** As if all of a tenant's mail had come so many days ago. */
const daysAgo = ({ tenant }: Customer, days: number) =>
  sql(
    `update "Message" set "receivedAt" = "receivedAt" - $2::interval, "filedAt" = "filedAt" - $2::interval where "tenantId" = $1`,
    ...[tenant.id, `${days} days`],
  )
const queued = async () =>
  (await sql(`select 1 from pgboss.job where name = $1 and state = 'created'`, SUSPENSION_OVER.name)).length
const forget = () => sql('delete from pgboss.job where name = $1', SUSPENSION_OVER.name)
async function acts({ tenant, owner }: Box) {
  const { items } = await searchEvents(product.admin, { tenant: tenant.slug, action: 'messages.let_in' })
  return Promise.all(items.map(async ({ id }) => (await showEvent(owner, { id })).after))
}

describe('mail that waited for a suspended inbox', () => {
  it('comes in by itself when it is resumed, to where it would have gone, and what is held for more stays', async () => {
    const who = await box()
    const { notice } = await suspend(who)
    expect(notice).toMatch(/waits in quarantine/)
    await come(who)
    await come(who, 'Your invoice')
    await come(who, 'The casino')
    await come(who, 'Hello', 'eve@bad.example')
    const shown = await showMessage(who.owner, { id: (await mailOf(who))[0]!.id })
    expect(shown.reasons.map(({ says }) => says).join(' ')).toMatch(/was suspended when it came.* by itself/)
    await run()
    expect(await folders(who)).toEqual(Array(4).fill('quarantine'))
    await forget()
    await resume(who)
    expect(await queued()).toBe(1)
    await run()
    expect(await mailOf(who)).toMatchObject([
      { folder: 'inbox', label: null, read: false, codes: ['suspension_over'] },
      { folder: 'inbox', label: 'Bills', read: true, codes: ['rule_file', 'rule_read', 'suspension_over'] },
      { folder: 'spam', codes: ['rule_spam', 'suspension_over'] },
      { folder: 'quarantine', codes: ['blocked_sender', 'inbox_suspended'] },
    ])
    await used(who)
    expect(await acts(who)).toEqual([{ inbox: 2, spam: 1, withoutRoom: 0 }])
    expect((await showMessage(who.owner, { id: shown.id })).reasons.at(-1)!.says).toMatch(
      /^It came on \d{4}-\d\d-\d\d at \d\d:\d\d UTC, during a suspension/,
    )
  })

  it('waits as well when the suspension comes while it is read', async () => {
    for (const by of ['ses', 'smtp'] as const) {
      const who = await box()
      const mail = incoming(rawMail({ Subject: 'On the way' }), [who.address], { by })
      const open = async () => {
        const [row] = await sql<{ is: boolean }>(
          'select "suspendedAt" is not null as is from "Inbox" where id = $1',
          who.id,
        )
        // Whoever opens it the second time is about to store it.
        if (++opened > 1 && !row!.is) await suspend(who)
        return mail.raw.open()
      }
      let opened = 0
      const [became] = await receiveMessage({ ...mail, raw: { ...mail.raw, open } })
      expect(opened).toBeGreaterThan(1)
      expect(became).toMatchObject({ outcome: by === 'ses' ? 'quarantined' : 'refused' })
      await resume(who)
      await run()
      expect(await folders(who)).toEqual(by === 'ses' ? ['inbox'] : [])
    }
  })

  it('stays while it lasts, however long, and is kept for its days from there', async () => {
    const [who, other] = [await box(), await box()]
    for (const one of [who, other]) {
      await suspend(one)
      await come(one)
      await daysAgo(one, 30)
    }
    const night = async ({ workspace }: Box) => {
      const { tonight } = await previewRetention(product.admin, { workspace })
      await retain(product.platform.worker, () => Promise.resolve())
      return tonight.messages
    }
    expect([await night(who), await folders(who)]).toEqual([0, ['quarantine']])
    await resume(who)
    // The night comes before the job does.
    expect([await night(who), await folders(who)]).toEqual([0, ['quarantine']])
    await run()
    expect([await night(who), await folders(who)]).toEqual([0, ['inbox']])
    await daysAgo(who, 9)
    expect([await night(who), await folders(who)]).toEqual([1, []])
    expect(await folders(other)).toEqual(['quarantine'])
  })

  it('comes in as far as there is room, and says of the rest that there is none', async () => {
    const who = await box()
    const room = (bytes: number) =>
      sql('update "Workspace" set "storageBytes" = $1 where slug = $2', bytes, who.workspace)
    await room(1)
    await suspend(who)
    const sizes = [await come(who), await come(who, 'x'.repeat(400)), await come(who)].map(({ size }) => size)
    expect((await mailOf(who)).map(({ counted }) => counted)).toEqual([false, false, false])
    await room(sizes[0]! + sizes[2]!)
    await resume(who)
    await run()
    expect(await mailOf(who)).toMatchObject([
      { folder: 'inbox', counted: true },
      { folder: 'quarantine', counted: false, codes: ['storage_full'] },
      { folder: 'inbox', counted: true },
    ])
    expect(await used(who)).toBe(sizes[0]! + sizes[2]!)
    expect(await acts(who)).toEqual([{ inbox: 2, spam: 0, withoutRoom: 1 }])
    await run()
    expect(await acts(who)).toHaveLength(1)
    // Its owner makes room, and moves it.
    await room(10_000)
    const ids = (await mailOf(who)).map(({ id }) => id)
    expect(await moveMessages(who.owner, { ids, folder: 'inbox' })).toEqual({ changed: 1 })
    expect(await used(who)).toBe(sizes.reduce((a, b) => a + b))
  })

  it('lies where a person put it', async () => {
    const who = await box()
    await suspend(who)
    const { id } = await come(who)
    await moveMessages(who.owner, { ids: [id], folder: 'trash' })
    await resume(who)
    await run()
    expect(await folders(who)).toEqual(['trash'])
  })

  it('can be read when the inbox is closed instead', async () => {
    const who = await box()
    await suspend(who)
    await come(who)
    await forget()
    await closeInbox(who.owner, { id: who.id })
    expect(await queued()).toBe(1)
    await run()
    expect(await folders(who)).toEqual(['inbox'])
  })

  it('comes in once, whoever else lets it in at the same time', async () => {
    const who = await box()
    await suspend(who)
    for (let n = 0; n < 5; n++) await come(who)
    await resume(who)
    const some = (most: number) =>
      insideTenant(who.tenant.id, (tx) =>
        letIn(tx, product.platform.worker, { tenantId: who.tenant.id, inboxId: who.id }, most),
      )
    await Promise.all([some(3), some(3), some(3), run()])
    const told = (await acts(who)) as { inbox: number }[]
    expect(told.reduce((sum, { inbox }) => sum + inbox, 0)).toBe(5)
    expect(await folders(who)).toEqual(Array(5).fill('inbox'))
    await used(who)
  })

  it('comes in batch by batch: what a death left goes on, unless it is suspended again', async () => {
    const who = await box()
    await suspend(who)
    const { id } = await come(who)
    await sql(
      `with more as (
         insert into "Message" ("tenantId", "inboxId", "threadId", "rawId", "deliveryId", folder, waits, "envelopeFrom", recipient,
                                "fromName", "fromAddress", subject, snippet, people, size, attachments, verdicts, reasons)
         select "tenantId", "inboxId", "threadId", "rawId", 'again-' || n, folder, waits, "envelopeFrom", recipient,
                "fromName", "fromAddress", subject, snippet, people, size, attachments, verdicts, reasons
           from "Message", generate_series(1, 149) n where id = $1::uuid returning 1) select 1 from more limit 1`,
      id,
    )
    await resume(who)
    const inInbox = async () => (await folders(who)).filter((folder) => folder === 'inbox').length
    await expect(run(() => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
    expect(await inInbox()).toBe(100)
    await suspend(who)
    await run()
    expect(await inInbox()).toBe(100)
    await resume(who)
    await run()
    expect(await inInbox()).toBe(150)
    expect(await acts(who)).toHaveLength(2)
    await used(who)
  })
})

describe('mail that waited for a suspended organisation', () => {
  const slug = ({ tenant }: Customer) => ({ tenant: tenant.slug })
  const hold = (who: Customer) => suspendTenant(product.admin, { ...slug(who), reason: 'Unpaid for months.' })

  it('comes in when it is reactivated and its inbox is not suspended either', async () => {
    const [who, both] = [await box(), await box()]
    await suspend(both)
    for (const one of [who, both]) {
      await hold(one)
      await come(one)
      await daysAgo(one, 30)
    }
    await retain(product.platform.worker, () => Promise.resolve())
    await forget()
    for (const one of [who, both]) await reactivateTenant(product.admin, slug(one))
    expect(await queued()).toBe(1)
    await run()
    expect([await folders(who), await folders(both)]).toEqual([['inbox'], ['quarantine']])
    await resume(both)
    await hold(both)
    await run()
    expect(await folders(both)).toEqual(['quarantine'])
    await reactivateTenant(product.admin, slug(both))
    await run()
    expect(await folders(both)).toEqual(['inbox'])
    await used(both)
  })
})
