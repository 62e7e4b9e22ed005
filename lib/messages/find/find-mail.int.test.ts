import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { showEvent } from '@/lib/audit/show-event'
import { platformTenantId } from '@/lib/audit/platform'
import { closeInbox } from '@/lib/inboxes/close-inbox'
import { moveInbox } from '@/lib/inboxes/move-inbox'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { PLATFORM_DOMAIN, startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { createWorkspace } from '@/lib/workspaces/create-workspace'
import { checkRecipient } from '../receive/check-recipient'
import { noteUnread } from '../receive/note-refusal'
import { noteUnknown } from '../receive/note-unknown'
import { receiveMessage } from '../receive/receive-message'
import { STRAY_MESSAGES } from '../stray/bounds'
import { showStray } from '../stray/show-stray'
import { incoming, rawMail } from '../testing/mail'
import { findMail } from './find-mail'

let product: TestProduct
let [a, b] = [
  { id: '', address: '' },
  { id: '', address: '' },
]
const reason = 'Bob says that it never came'
const sql = <R extends object>(query: string, values: unknown[] = []) =>
  product.database.ask<R>(query, values)

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
// Each asks as often as it likes; how often one may is a test of its own.
beforeEach(() => sql('delete from "RateLimit"'))
afterAll(() => product.stop())

it('finds what came and what was refused for a recipient, with what its sender was told', async () => {
  const { items, older } = await findMail(product.support, { reason, recipient: a.address.toUpperCase() })
  expect(older).toBeNull()
  expect(items).toMatchObject([
    {
      kind: 'refused',
      tenant: { slug: 'mnexa' },
      from: 'eve@sender.example',
      says: ['550 5.7.1 Not wanted here.'],
    },
    {
      kind: 'stored',
      tenant: { slug: 'mnexa', kind: 'customer' },
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
  const { id } = asAdmin.items.find(({ kind }) => kind === 'stray')!
  expect(await showStray(product.admin, { id: id! })).toMatchObject({ recipient: 'inbox+gone@x.dev' })
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

it('counts mail of the platform itself once in its trail', async () => {
  const own = await openInbox(product.platform.owner, { localPart: 'counted' })
  await kept(own.address, 'counted')
  expect(await found({ messageId: '<counted@sender.example>' })).toMatchObject([
    { tenant: { slug: 'letterhead', kind: 'platform' } },
  ])
  const [event] = await sql<{ id: string }>(
    `select id from "AuditEvent" where action = 'mail.searched' order by at desc, id desc limit 1`,
  )
  expect(await showEvent(product.platform.owner, { id: event!.id })).toMatchObject({
    after: { messageId: 'counted@sender.example', hits: 1 },
  })
})

it('says which rule, entry or file turned it away, without a code that stands in a name', async () => {
  const inbox = await openInbox(product.b.owner, { localPart: 'strict' })
  const slug = 'strict'
  await createWorkspace(product.admin, { slug, name: slug, environment: 'production' })
  await sql(
    `update "Tenant" set "workspaceId" = (select id from "Workspace" where slug = $1) where id = $2`,
    [slug, product.b.tenant.id],
  )
  const rule = {
    ...{ id: crypto.randomUUID(), name: 'No invoices', priority: 1, match: 'all', action: { block: true } },
    conditions: [{ field: 'subject', test: 'contains', value: 'invoice' }],
  }
  await sql(
    `update "Workspace" set "blockedSenders" = '{evil.example}', "blockedTypes" = '{exe}', rules = $2::jsonb where slug = $1`,
    [slug, JSON.stringify([rule])],
  )
  const fields = {
    'Content-Type': 'text/plain',
    'Content-Disposition': 'attachment; filename="code 482913.exe"',
  }
  for (const [about, more] of [
    [{ Subject: 'Your invoice' }, {}],
    [{}, { envelopeFrom: 'eve@evil.example' }],
    [fields, {}],
  ] as const)
    expect(await receiveMessage(incoming(rawMail(about), [inbox.address], more))).toMatchObject([
      { outcome: 'refused' },
    ])
  expect((await found({ recipient: inbox.address })).map(({ says }) => says)).toEqual([
    [
      '550 5.7.1 Files ending in .exe are not taken here.',
      'A file in it ends in .exe, which is not taken: “code [hidden: a one-time code].exe”.',
    ],
    ['550 5.7.1 Mail from this sender is not taken here.', 'On the block list: evil.example.'],
    ['550 5.7.1 A rule of the recipient refuses this message.', 'Blocked by the rule “No invoices”.'],
  ])
})

const kept = (to: string, id: string, envelopeFrom = 'ada@sender.example', by: 'smtp' | 'ses' = 'smtp') =>
  receiveMessage(
    incoming(rawMail({ To: to, 'Message-ID': `<${id}@sender.example>` }), [to], { envelopeFrom, by }),
  )
const found = async (
  asked: { recipient?: string; sender?: string; messageId?: string },
  who = product.support,
) => (await findMail(who, { reason, ...asked })).items

it('finds at an address what came with a tag and by the address before, and at a tag only that tag', async () => {
  const before = await openInbox(product.a.owner, { localPart: 'desk' })
  const tagged = before.address.replace('@', '+news@')
  await kept(before.address, 'plain')
  await kept(tagged, 'tagged')
  const now = await moveInbox(product.a.owner, { id: before.id, localPart: 'front' })
  expect(now.address).not.toBe(before.address)
  for (const recipient of [now.address, before.address])
    expect((await found({ recipient }, product.admin)).map((one) => one.recipient).toSorted()).toEqual(
      [tagged, before.address].toSorted(),
    )
  for (const recipient of [tagged, now.address.replace('@', '+news@')])
    expect(await found({ recipient }, product.admin)).toMatchObject([{ recipient: tagged }])
  expect(await found({ recipient: now.address.replace('@', '+other@') }, product.admin)).toEqual([])
  await closeInbox(product.a.owner, { id: before.id })
  expect(await found({ recipient: now.address }, product.admin)).toHaveLength(2)
})

it('finds by the sender of the envelope as well, and says that it was in an envelope', async () => {
  await kept(b.address, 'enveloped', 'bounce-77@mailer.example')
  expect(await found({ sender: 'Bounce-77@mailer.example' })).toMatchObject([
    {
      from: 'ada@sender.example',
      says: expect.arrayContaining(['It came in an envelope of bounce-77@mailer.example.']),
    },
  ])
})

it('finds by what was pasted, and says at its field that something is no address', async () => {
  for (const recipient of [`Bob <${a.address}>`, `mailto:${a.address}`, `${a.address},`])
    expect((await found({ recipient })).length, recipient).toBeGreaterThan(0)
  expect(await found({ messageId: 'Message-ID: <one@sender.example>' })).toHaveLength(1)
  for (const field of ['recipient', 'sender'])
    await expect(findMail(product.support, { reason, [field]: 'not an address' })).rejects.toMatchObject({
      fields: { [field]: expect.stringMatching(/^This is no e-mail address/) },
    })
})

it('finds at a recipient what came from one sender, also what was turned away', async () => {
  const to = (await openInbox(product.a.owner, { localPart: 'both' })).address
  await kept(to, 'both-one')
  await kept(to, 'both-two', 'list@mailer.example')
  await sql(
    `insert into "MailRefusal" ("tenantId", recipient, "envelopeFrom", reason, answer)
       select $1, $2, who, 'blocked_sender', '550' from unnest(array['list@mailer.example', 'mallory@sender.example']) who`,
    [product.a.tenant.id, to],
  )
  expect(await found({ recipient: to })).toHaveLength(4)
  expect(await found({ recipient: to, sender: 'List <list@mailer.example>' })).toMatchObject([
    { kind: 'refused', from: 'list@mailer.example' },
    { kind: 'stored', says: expect.arrayContaining(['It came in an envelope of list@mailer.example.']) },
  ])
  expect(await found({ recipient: to, sender: 'carol@sender.example' })).toEqual([])
})

it('goes on to what is older, page by page, without losing what came at one moment', async () => {
  const recipient = `many@${a.address.split('@')[1]!}`
  await sql(
    `insert into "MailRefusal" ("tenantId", recipient, "envelopeFrom", reason, answer, at)
       select $1, $2, n || '@many.example', 'blocked_sender', '550', date_trunc('hour', now()) - (n / 7) * interval '1 minute'
         from generate_series(0, 249) n`,
    [product.a.tenant.id, recipient],
  )
  const seen: string[] = []
  let before: string | undefined
  do {
    const page = await findMail(product.support, { reason, recipient, before })
    expect(page.items.length).toBeLessThanOrEqual(100)
    seen.push(...page.items.map(({ from }) => from))
    before = page.older ?? undefined
  } while (before && seen.length < 1000)
  expect(seen).toHaveLength(250)
  expect(new Set(seen).size).toBe(250)
})

describe('what was read before it was turned away', () => {
  const [from, envelopeFrom] = ['news@shop.example', 'bounce-1@mailer.example']
  const letter = (id: string, by: 'smtp' | 'ses' = 'smtp') =>
    receiveMessage(
      incoming(
        rawMail({
          From: `News <${from}>`,
          Subject: 'Your code 482913',
          'Message-ID': `<${id}@shop.example>`,
        }),
        [b.address],
        { envelopeFrom, by },
      ),
    )
  const policy = (column: 'blockedSenders' | 'storageBytes', value: unknown) =>
    sql(
      `update "Workspace" set "${column}" = $2 where id = (select "workspaceId" from "Tenant" where id = $1)`,
      [product.b.tenant.id, value],
    )

  it('is found by its Message-ID and by the sender that people see, as it is by its envelope', async () => {
    await policy('blockedSenders', ['shop.example'])
    expect(await letter('blocked')).toMatchObject([{ outcome: 'refused' }])
    await policy('blockedSenders', [])
    const trace = {
      ...{ kind: 'refused', tenant: { slug: 'harbor' }, from, recipient: b.address },
      subject: 'Your code [hidden: a one-time code]',
    }
    const said = expect.stringMatching(/^550 5\.7\.1 /)
    for (const asked of [{ messageId: '<blocked@shop.example>' }, { sender: 'News@Shop.example' }]) {
      const [only, ...more] = await found(asked)
      expect(only).toMatchObject({ ...trace, says: [said, expect.stringContaining('shop.example')] })
      expect(more).toEqual([])
    }
    expect(await found({ sender: envelopeFrom })).toMatchObject([
      { ...trace, says: [`It came in an envelope of ${envelopeFrom}.`, said, expect.any(String)] },
    ])
    expect(await found({ messageId: '<other@shop.example>' })).toEqual([])
  })

  it('also when it was accepted, and there was no room to hold it', async () => {
    await policy('storageBytes', 1)
    await sql(
      `insert into "RawMessage" (id, "tenantId", key, size, sha256, counted)
       select uuidv7(), $1, 'held', 1000000000, '', false`,
      [product.b.tenant.id],
    )
    expect(await letter('dropped', 'ses')).toMatchObject([{ outcome: 'dropped' }])
    await sql(`delete from "RawMessage" where key = 'held'`)
    await policy('storageBytes', null)
    expect(await found({ messageId: '<dropped@shop.example>' })).toMatchObject([
      { kind: 'dropped', tenant: { slug: 'harbor' }, from, subject: 'Your code [hidden: a one-time code]' },
    ])
  })
})

describe('an address that nobody has', () => {
  const [from, domain] = ['eve@sender.example', () => a.address.split('@')[1]!]
  const notes = () =>
    sql<{ tenantId: string; recipient: string; reason: string }>(
      `select "tenantId", recipient, reason from "MailRefusal"
        where reason not in ('blocked_sender', 'hold_full') order by id`,
    )
  const forget = () => sql(`delete from "MailRefusal" where reason <> 'blocked_sender'`)

  it('is found with what its sender was told, for whoever the domain is of, once a day', async () => {
    for (let n = 0; n < 3; n++)
      expect(await checkRecipient(`Bobb+x@${domain()}`, from)).toMatchObject({ code: 550 })
    expect(await checkRecipient(a.address, from)).toEqual({
      ...{ tenantIds: [product.a.tenant.id], strays: [] },
    })
    for (const recipient of [`bobb@${domain()}`, `bobb+x@${domain()}`])
      expect(await found({ recipient })).toMatchObject([
        {
          ...{ kind: 'refused', tenant: { slug: 'mnexa' }, recipient: `bobb@${domain()}`, from },
          says: ['550 5.1.1 There is no such mailbox here.'],
        },
      ])
    expect(await found({ sender: from })).toHaveLength(2)
    expect(await found({ recipient: `bob@${domain()}` })).not.toMatchObject([
      { recipient: `bobb@${domain()}` },
    ])
  })

  it('of a flood only the beginning is written down, and nothing else is crowded out by it', async () => {
    await forget()
    for (let n = 0; n < 205; n++) await checkRecipient(`guess-${n}@${domain()}`, from)
    expect(await notes()).toHaveLength(200)
    await checkRecipient(`nobody@${b.address.split('@')[1]!}`, from)
    expect((await notes()).slice(200)).toMatchObject([{ tenantId: product.b.tenant.id }])
    await sql(`update "Inbox" set "suspendedAt" = now() where id = $1`, [a.id])
    await sql(
      `insert into "MailRefusal" ("tenantId", recipient, "envelopeFrom", reason, answer)
       select $1, 'x@y.dev', '', 'unknown_recipient', '' from generate_series(1, 1000)`,
      [product.a.tenant.id],
    )
    await checkRecipient(a.address, from)
    await sql(`update "Inbox" set "suspendedAt" = null where id = $1`, [a.id])
    expect((await notes()).at(-1)).toMatchObject({ reason: 'inbox_suspended' })
    await forget()
  })

  it('is written down once a day for each thing that became of its mail', async () => {
    await forget()
    const to = `bobbo@${domain()}`
    await checkRecipient(to, from)
    await receiveMessage(incoming(rawMail(), [to], { by: 'ses', envelopeFrom: from }))
    await sql(
      `insert into "StrayMail" (reason, recipient, "envelopeFrom", "fromHeader", subject, key, "deliveryId", size)
         select 'unknown_tag', 'x@y.dev', '', '', '', 'filled/' || n, n, 1 from generate_series(1, $1) n`,
      [STRAY_MESSAGES],
    )
    for (let n = 0; n < 2; n++)
      await receiveMessage(incoming(rawMail(), [to], { by: 'ses', envelopeFrom: from }))
    await sql(`delete from "StrayMail" where key like 'filled/%' or recipient = $1`, [to])
    expect((await notes()).map(({ reason }) => reason)).toEqual([
      'unknown_recipient',
      'kept_as_stray',
      'stray_dropped',
    ])
    await forget()
  })

  it('of a flood at a name below a domain leaves the domain its own notes; what is nobody’s of the platform’s names shares them', async () => {
    const note = (place: { tenantId: string; domain: string }, at: string) =>
      noteUnknown(
        { to: 'nobody', reason: 'unknown_recipient', address: `n@${at}`, ...place },
        from,
        'refused',
      )
    const flood = (tenantId: string, at: string) =>
      sql(
        `insert into "MailRefusal" ("tenantId", recipient, "envelopeFrom", reason, answer)
           select $1, n || '@' || $2, '', 'unknown_recipient', '' from generate_series(1, 200) n`,
        [tenantId, at],
      )
    await forget()
    const tenantId = product.a.tenant.id
    await flood(tenantId, 'news.acme.example')
    await note({ tenantId, domain: 'acme.example' }, 'acme.example')
    expect(await notes()).toHaveLength(201)
    await forget()
    const ours = { tenantId: await platformTenantId(), domain: PLATFORM_DOMAIN }
    await flood(ours.tenantId, `nobodys.${PLATFORM_DOMAIN}`)
    await note(ours, `others.${PLATFORM_DOMAIN}`)
    expect(await notes()).toHaveLength(200)
    await forget()
  })

  it('of the pooled address is written down beside a flood of guessed names', async () => {
    await forget()
    await sql(
      `insert into "MailRefusal" ("tenantId", recipient, "envelopeFrom", reason, answer)
         select $1, 'agent@t' || n || '.' || $2, '', 'unknown_recipient', '' from generate_series(1, 200) n`,
      [await platformTenantId(), PLATFORM_DOMAIN],
    )
    const tag = `inbox+mnexxa@${PLATFORM_DOMAIN}`
    await kept(tag, 'tag', from)
    await noteUnread([tag], from, { reason: 'too_large', answer: '552 5.3.4 Too large.' })
    expect((await notes()).slice(200).map(({ reason }) => reason)).toEqual(['tag_kept', 'tag_refused'])
    expect(await found({ recipient: tag })).toMatchObject([
      { kind: 'refused', says: ['552 5.3.4 Too large.'] },
      { kind: 'stray', id: null, says: ['Accepted, for an address that nobody has.'] },
    ])
    await forget()
  })

  it('behind the mail network is told to support, and opened by admins', async () => {
    const recipient = `bobby@${domain()}`
    await kept(recipient.replace('@', '+x@'), 'lost', from, 'ses')
    expect(await found({ recipient })).toMatchObject([
      { kind: 'stray', id: null, tenant: { slug: 'mnexa' }, recipient },
    ])
    expect(await found({ messageId: '<lost@sender.example>' })).toEqual([])
    for (const asked of [
      { messageId: '<lost@sender.example>' },
      { recipient: recipient.replace('@', '+x@') },
    ])
      expect(await found(asked, product.admin)).toMatchObject([
        { kind: 'stray', tenant: null, id: expect.any(String) },
      ])
    expect(await found({ recipient }, product.admin)).toMatchObject([
      { kind: 'stray', tenant: { slug: 'mnexa' } },
    ])
  })
})

it('is for staff, for a reason, by one thing at a time, and not without end', async () => {
  expect(await refusedWith(findMail(product.a.owner, { reason, recipient: a.address }))).toBe('forbidden')
  expect(await refusedWith(findMail(product.support, { reason: 'why', recipient: a.address }))).toBe(
    'invalid_input',
  )
  expect(await refusedWith(findMail(product.support, { reason }))).toBe('invalid_input')
  expect(await refusedWith(findMail(product.support, { reason, messageId: 'a@b.c', sender: 'a@b.c' }))).toBe(
    'invalid_input',
  )
  let refused = ''
  for (let n = 0; n < 25 && !refused; n++)
    refused = await refusedWith(findMail(product.admin, { reason, recipient: 'nobody@x.dev' })).catch(
      () => '',
    )
  expect(refused).toBe('too_many_requests')
})
