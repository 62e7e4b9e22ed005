import { afterAll, beforeAll, expect, it } from 'vitest'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { withClient } from '@/prisma/sql'
import { receiveMessage } from '../receive/receive-message'
import { incoming, rawMail } from '../testing/mail'
import { findMail } from './find-mail'

let product: TestProduct
let [a, b] = [
  { id: '', address: '' },
  { id: '', address: '' },
]
const reason = 'Bob says that it never came'
const sql = <R extends object>(query: string, values: unknown[] = []) =>
  withClient(product.database.superUrl, async (c) => (await c.query<R>(query, values)).rows)

beforeAll(async () => {
  product = await startTestProduct()
  a = await openInbox(product.a.owner, { localPart: 'bob' })
  b = await openInbox(product.b.owner, { localPart: 'bob' })
  const mail = (to: string, id: string) =>
    receiveMessage(
      incoming(rawMail({ To: to, Subject: '482913 is your code', 'Message-ID': `<${id}@sender.example>` }), [
        to,
      ]),
    )
  await mail(a.address, 'one')
  await mail(b.address, 'two')
  await sql(
    `insert into "MailRefusal" ("tenantId", "inboxId", recipient, "envelopeFrom", reason, answer) values ($1, $2, $3, 'eve@sender.example', 'blocked_sender', '550 5.7.1 Not wanted here.')`,
    [product.a.tenant.id, a.id, a.address],
  )
  await sql(
    `insert into "StrayMail" (reason, recipient, "envelopeFrom", "fromHeader", subject, key, "deliveryId", size) values ('unknown_tag', 'inbox+gone@x.dev', 'ada@sender.example', 'Ada', 'Lost', 'stray/x', 'd1', 1)`,
  )
})
afterAll(() => product.stop())

it('finds what came and what was refused for a recipient, with what its sender was told', async () => {
  const { items, more } = await findMail(product.support, { reason, recipient: a.address.toUpperCase() })
  expect(more).toBe(false)
  expect(items).toMatchObject([
    {
      kind: 'refused',
      tenant: { slug: 'mnexa' },
      from: 'eve@sender.example',
      says: ['550 5.7.1 Not wanted here.'],
    },
    {
      kind: 'stored',
      tenant: { slug: 'mnexa' },
      folder: 'inbox',
      inbox: { id: a.id },
      from: 'ada@sender.example',
    },
  ])
  expect(JSON.stringify(items)).not.toContain('482913')
})

it('says why it lies where it lies, without what its sender wrote into it', async () => {
  await sql(`update "Message" set reasons = $2 where "inboxId" = $1`, [
    a.id,
    JSON.stringify([{ code: 'x', says: 'Its subject is “482913 is your code”.', score: 1 }]),
  ])
  const { items } = await findMail(product.support, { reason, messageId: '<one@sender.example>' })
  expect(items[0]?.says).toEqual(['Its subject is “[hidden: a one-time code] is your code”.'])
  for (const field of ['recipient', 'sender', 'messageId'])
    expect(await refusedWith(findMail(product.support, { reason, [field]: 'a\0b@x.dev' }))).toBe(
      'invalid_input',
    )
})

it('finds across organisations by sender and by Message-ID; mail for nobody only for admins', async () => {
  const bySender = await findMail(product.support, { reason, sender: 'Ada@sender.example' })
  expect(bySender.items.map(({ tenant }) => tenant?.slug).toSorted()).toEqual(['harbor', 'mnexa'])
  const asAdmin = await findMail(product.admin, { reason, sender: 'ada@sender.example' })
  expect(asAdmin.items.map(({ kind }) => kind).toSorted()).toEqual(['stored', 'stored', 'stray'])
  expect(
    (await findMail(product.support, { reason, messageId: '<two@sender.example>' })).items,
  ).toMatchObject([{ tenant: { slug: 'harbor' }, inbox: { address: b.address } }])
})

it('stands with its reason in the trail of each organisation whose mail it found, and in the platform’s own', async () => {
  await sql(`update "Message" set "receivedAt" = now() - interval '40 days' where "inboxId" = $1`, [b.id])
  const before = await sql<{ n: number }>(
    `select count(*)::int as n from "AuditEvent" where action = 'mail.searched'`,
  )
  await findMail(product.support, { reason, sender: 'ada@sender.example' })
  const rows = await sql<{ tenantId: string; subject: string }>(
    `select "tenantId", subject from "AuditEvent" where action = 'mail.searched' order by at, id offset $1`,
    [before[0]!.n],
  )
  expect(rows.toSorted((x, y) => x.tenantId.localeCompare(y.tenantId))).toEqual(
    [product.a.tenant.id, product.platform.tenant.id]
      .toSorted()
      .map((tenantId) => ({ tenantId, subject: reason })),
  )
  expect(
    (await findMail(product.support, { reason, sender: 'ada@sender.example', days: 60 })).items,
  ).toHaveLength(2)
})

it('is for staff, for a reason, by one thing at a time, and not without end', async () => {
  expect(await refusedWith(findMail(product.a.owner, { reason, recipient: a.address }))).toBe('forbidden')
  expect(await refusedWith(findMail(product.support, { reason: 'why', recipient: a.address }))).toBe(
    'invalid_input',
  )
  expect(await refusedWith(findMail(product.support, { reason }))).toBe('invalid_input')
  expect(await refusedWith(findMail(product.support, { reason, recipient: 'a@b.c', sender: 'a@b.c' }))).toBe(
    'invalid_input',
  )
  let refused = ''
  for (let n = 0; n < 25 && !refused; n++)
    refused = await refusedWith(findMail(product.admin, { reason, recipient: 'nobody@x.dev' })).catch(
      () => '',
    )
  expect(refused).toBe('too_many_requests')
})
