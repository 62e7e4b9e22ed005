import { buffer, text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listActivity } from '@/lib/audit/list-activity'
import { showEvent } from '@/lib/audit/show-event'
import { howWords } from '@/lib/audit/words'
import { createGrant } from '@/lib/inboxes/grants/create-grant'
import { mintToken } from '@/lib/inboxes/grants/mint-token'
import { askerByBearer, callerFor } from '@/lib/faces/callers'
import { openInbox } from '@/lib/inboxes/open-inbox'
import type { Caller, VisitorCaller } from '@/lib/kernel/caller'
import type { Prisma } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { mint } from '@/lib/kernel/mint'
import { scopesFor } from '@/lib/kernel/permissions'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { openAccess } from '@/lib/tenants/support/open-access'
import { deleteMessages } from '../file/delete-messages'
import { markMessages } from '../file/mark-messages'
import { moveMessages } from '../file/move-messages'
import { unmaskMessage } from '../mask/unmask-message'
import { receiveMessage } from '../receive/receive-message'
import { incoming, rawMail } from '../testing/mail'
import { listMessages } from './list-messages'
import { sendAttachment } from './send-attachment'
import { sendRaw } from './send-raw'
import { showHeaders } from './show-headers'
import { showHtml } from './show-html'
import { showMessage } from './show-message'
import { showThread } from './show-thread'

let product: TestProduct
let box: { id: string; address: string; grantId: string }
beforeAll(async () => {
  product = await startTestProduct()
  box = await openInbox(product.a.owner, { localPart: 'box' })
})
afterAll(() => product.stop())

const sql = <R extends object>(query: string, values: unknown[] = []) =>
  product.database.ask<R>(query, values)

let at = Date.parse('2026-11-10T08:00:00Z')
/** Comes in a minute after the one before; answers its id. */
async function receive(fields: Record<string, string>, body?: string, to = box): Promise<string> {
  const raw = rawMail({ To: to.address, ...fields }, body)
  await receiveMessage(incoming(raw, [to.address], { receivedAt: new Date((at += 60_000)) }))
  const [row] = await sql<{ id: string }>(
    'select id from "Message" where "inboxId" = $1 order by "receivedAt" desc, id desc limit 1',
    [to.id],
  )
  return row!.id
}
const openBox = (who: Customer, localPart: string) => openInbox(who.owner, { localPart })
const subjects = async (caller: Caller, input: Parameters<typeof listMessages>[1]) =>
  (await listMessages(caller, input)).items.map(({ subject }) => subject)

/** Staff with an access of its own: the one before has ended. */
async function visitorOf(who: Customer): Promise<VisitorCaller> {
  await sql('update "SupportAccess" set "endedAt" = now() where "endedAt" is null')
  const access = await openAccess(product.support, { tenant: who.tenant.slug, reason: 'ticket number 4711' })
  const { userId, email, name } = product.support
  return mint.visitor(
    'support',
    who.tenant,
    { userId, email, name },
    { id: access.id, reason: access.reason },
  )
}
async function agentOf(grantId: string, scopes = scopesFor('grant')): Promise<Caller> {
  const { token } = await mintToken(product.a.owner, { id: grantId, scopes, agentSession: 'run 1' })
  return callerFor(await askerByBearer(token!, null, null), 'messages.read', null, {
    door: 'api',
    requestId: crypto.randomUUID(),
    address: null,
  })
}

describe('a list', () => {
  it('is newest first, page by page, and of one folder', async () => {
    const inbox = await openBox(product.a, 'pages')
    const ids: string[] = []
    for (let n = 1; n <= 5; n++) ids.push(await receive({ Subject: `number ${n}` }, 'hello', inbox))
    const first = await listMessages(product.a.owner, { inboxId: inbox.id, limit: 2 })
    expect(first.items.map(({ id }) => id)).toEqual([ids[4], ids[3]])
    const second = await listMessages(product.a.owner, {
      inboxId: inbox.id,
      limit: 2,
      cursor: first.nextCursor!,
    })
    expect(second.items.map(({ id }) => id)).toEqual([ids[2], ids[1]])
    const third = await listMessages(product.a.owner, {
      inboxId: inbox.id,
      limit: 2,
      cursor: second.nextCursor!,
    })
    expect(third).toMatchObject({ items: [{ id: ids[0], unread: true, folder: 'inbox' }], nextCursor: null })
    expect(await subjects(product.a.owner, { inboxId: inbox.id, folder: 'trash' })).toEqual([])
  })

  it('is of what nobody has read, in one inbox and in all', async () => {
    const inbox = await openBox(product.a, 'unread')
    const [one, two] = [
      await receive({ Subject: 'one' }, '', inbox),
      await receive({ Subject: 'two' }, '', inbox),
    ]
    await markMessages(product.a.owner, { ids: [one], read: true })
    expect(await subjects(product.a.owner, { inboxId: inbox.id, unread: true })).toEqual(['two'])
    const all = await listMessages(product.a.owner, { unread: true, limit: 100 })
    expect(all.items.map(({ id }) => id)).toContain(two)
    expect(all.items.map(({ id }) => id)).not.toContain(one)
  })

  it('of all inboxes is everything within reach; of a neighbour’s there is nothing', async () => {
    await receive({ Subject: 'mine' })
    expect(await subjects(product.a.owner, {})).toContain('mine')
    expect(await subjects(product.b.owner, {})).toEqual([])
    expect(await refusedWith(listMessages(product.b.owner, { inboxId: box.id }))).toBe('not_found')
    expect(await subjects(product.a.owner, { inboxId: box.id })).toContain('mine')
  })

  it('of a grant is that of its inbox, without naming anything; every other is not there', async () => {
    const other = await openBox(product.a, 'other')
    const [mine, others] = [
      await receive({ Subject: 'for the agent' }),
      await receive({ Subject: 'for others' }, '', other),
    ]
    const agent = await agentOf(box.grantId)
    expect(await subjects(agent, { limit: 100 })).toContain('for the agent')
    expect(await subjects(agent, { limit: 100 })).not.toContain('for others')
    expect(await refusedWith(listMessages(agent, { inboxId: other.id }))).toBe('not_found')
    expect(await showMessage(agent, { id: mine })).toMatchObject({ subject: 'for the agent' })
    for (const ask of [
      () => showMessage(agent, { id: others }),
      () => showThread(agent, { id: others }),
      () => showHeaders(agent, { id: others }),
      () => showHtml(agent, { id: others }),
      () => sendRaw(agent, { id: others }),
      () => sendAttachment(agent, { id: others, index: '0' }),
      () => markMessages(agent, { ids: [others], read: true }),
      () => moveMessages(agent, { ids: [others], folder: 'trash' }),
      () => deleteMessages(agent, { ids: [others] }),
    ])
      expect(await refusedWith(ask())).toBe('not_found')
    expect(await markMessages(agent, { ids: [mine, others], read: true })).toEqual({ changed: 1 })
  })
})

describe('a search', () => {
  let inbox: { id: string; address: string; grantId: string }
  beforeAll(async () => {
    inbox = await openBox(product.a, 'library')
    await receive(
      { Subject: 'Invoice for March', From: 'Ada Lovelace <ada@books.example>' },
      'The engine is paid.',
      inbox,
    )
    await receive({ Subject: 'Your parcel', From: 'Post <post@post.example>' }, 'An invoice is in it.', inbox)
    await receive(
      { Subject: 'Slides', 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=b' },
      '--b\r\n\r\nsee file\r\n--b\r\nContent-Disposition: attachment; filename=deck.pdf\r\n\r\nx\r\n--b--',
      inbox,
    )
    const spam = await receive({ Subject: 'Cheap invoice' }, '', inbox)
    await moveMessages(product.a.owner, { ids: [spam], folder: 'spam' })
  })
  const found = (search: string) => subjects(product.a.owner, { inboxId: inbox.id, search })

  it.each([
    ['invoice', ['Your parcel', 'Invoice for March']],
    ['INVOICE engine', ['Invoice for March']],
    ['invoice -parcel', ['Invoice for March']],
    ['-invoice', ['Slides']],
    ['subject:invoice', ['Invoice for March']],
    ['from:ada@books.example', ['Invoice for March']],
    ['from:books.example', ['Invoice for March']],
    ['from:lovelace', ['Invoice for March']],
    ['has:attachment', ['Slides']],
    ['deck.pdf', ['Slides']],
    ['in:spam invoice', ['Cheap invoice']],
    ['in:anywhere invoice', ['Cheap invoice', 'Your parcel', 'Invoice for March']],
    ['before:2026-11-01', []],
    ['after:2026-11-01 slides', ['Slides']],
    ['nowhere', []],
  ])('for %s', async (search, wanted) => expect(await found(search)).toEqual(wanted))

  it('says what it did not understand, and finds the rest', async () => {
    const { items, notUnderstood } = await listMessages(product.a.owner, {
      inboxId: inbox.id,
      search: 'slides in:attic',
    })
    expect(items).toHaveLength(1)
    expect(notUnderstood).toEqual(['in:attic'])
  })

  it('looks into all inboxes within reach, and into no neighbour’s', async () => {
    const theirs = await openBox(product.b, 'library')
    await receive({ Subject: 'Invoice of a neighbour' }, '', theirs)
    expect(await subjects(product.a.owner, { search: 'subject:invoice' })).toEqual(['Invoice for March'])
    expect(await subjects(product.b.owner, { search: 'subject:invoice' })).toEqual(['Invoice of a neighbour'])
    expect(await subjects(await agentOf(box.grantId), { search: 'subject:invoice' })).toEqual([])
  })

  it('for what thousands have walks the list, page by page, and misses none', async () => {
    const many = await openBox(product.a, 'many')
    await sql(
      `with r as (insert into "RawMessage" ("tenantId", key, size, sha256) values ($1::uuid, 'tenants/' || $1::text || '/many', 1, 'x') returning id),
            t as (insert into "Thread" ("tenantId", "inboxId") values ($1::uuid, $2::uuid) returning id),
            m as (insert into "Message" ("tenantId", "inboxId", "threadId", "rawId", "deliveryId", "envelopeFrom", recipient, "fromName", "fromAddress",
                    subject, snippet, people, size, attachments, verdicts, markers, reasons, "receivedAt")
                  select $1::uuid, $2::uuid, t.id, r.id, n::text, '', '', '', 'a@b.c', 'n ' || n, '', '{"to":[],"cc":[],"replyTo":[]}', 1, '[]', v.v, '{}', '[]',
                         timestamptz '2026-01-01' + n * interval '1 second'
                    from generate_series(1, 6000) n, r, t, (select verdicts as v from "Message" limit 1) v returning id, "tenantId", "deliveryId")
       insert into "MessageText" (id, "tenantId", words)
       select id, "tenantId", array_to_tsvector(array['tenant:' || $1::text, 'inbox:' || $2::text, 'common', case when "deliveryId"::int % 100 = 0 then 'seldom' else 'often' end]) from m`,
      [product.a.tenant.id, many.id],
    )
    const walk = async (search: string) => {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await listMessages(product.a.owner, {
          inboxId: many.id,
          search,
          limit: 100,
          ...(cursor && { cursor }),
        })
        seen.push(...page.items.map(({ subject }) => subject))
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      return seen
    }
    expect(await walk('seldom')).toEqual(Array.from({ length: 60 }, (_, n) => `n ${6000 - n * 100}`))
    expect(await walk('common -often')).toEqual(Array.from({ length: 60 }, (_, n) => `n ${6000 - n * 100}`))
    const all = await walk('common')
    expect(all).toEqual(Array.from({ length: 6000 }, (_, n) => `n ${6000 - n}`))
  })
})

it('characters that are none are refused, or pass for blanks', async () => {
  for (const asked of [{ label: 'x\0y' }, { search: 'in:spam label:\ud800' }])
    expect(await refusedWith(listMessages(product.a.owner, asked))).toBe('invalid_input')
  for (const search of ['label:x\0y', 'x\0y', 'from:\0'])
    expect(await subjects(product.a.owner, { search })).toEqual([])
})

it('who vouches for a sender is of that sender alone', async () => {
  const pass = { result: 'pass', domain: 'sender.example', says: '' } as const
  const vouchedOf = async (From: string) => {
    const raw = rawMail({ To: box.address, From })
    const receivedAt = new Date((at += 60_000))
    await receiveMessage(
      incoming(raw, [box.address], { receivedAt, verdicts: { spf: pass, dkim: pass, dmarc: pass } }),
    )
    return (await listMessages(product.a.owner, { inboxId: box.id, limit: 1 })).items[0]!.vouched
  }
  expect(await vouchedOf('Ada <ada@sender.example>')).toBe('yes')
  expect(await vouchedOf('Boss <boss@bank.example>')).toBe('no')
  expect(await vouchedOf('Ada <ada@sender.example>, Boss <boss@bank.example>')).toBe('no')
})

describe('a message', () => {
  const html = '<p>Hi <b>there</b></p><img src="https://t.example/big.png" alt="chart"><script>x</script>'
  const body = [
    '--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nHi there\r\n--c\r\nContent-Type: text/html\r\n',
    `${html}\r\n--c--\r\n--b\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename="page.html"\r\n\r\n<script>1</script>\r\n--b--`,
  ].join('\r\n')
  const letter = () =>
    receive(
      {
        Subject: 'Letter',
        'MIME-Version': '1.0',
        'Content-Type': 'multipart/mixed; boundary=b',
        Cc: 'Bob <bob@x.dev>',
      },
      body,
    )

  it('is shown with its text, its people, and what is attached', async () => {
    expect(await showMessage(product.a.owner, { id: await letter() })).toMatchObject({
      ...{
        subject: 'Letter',
        text: expect.stringContaining('Hi there') as string,
        hasHtml: true,
        hasRemote: true,
      },
      ...{ cc: [{ name: 'Bob', address: 'bob@x.dev' }], masked: false, recipient: box.address },
      attachments: [{ index: 0, name: 'page.html', type: 'text/html' }],
    })
  })

  it('gives its HTML made safe, with pictures from elsewhere when they are asked for', async () => {
    const id = await letter()
    expect(await showHtml(product.a.owner, { id })).toMatchObject({
      html: expect.stringContaining('<p>Hi <b>there</b></p><span>chart</span>') as string,
      remoteBlocked: 1,
      remote: false,
    })
    expect(await showHtml(product.a.owner, { id, remote: true })).toMatchObject({
      html: expect.stringContaining('src="https://t.example/big.png"') as string,
      remoteBlocked: 0,
      remote: true,
    })
  })

  it('can be saved as it came; what is attached too, and never as something a browser runs', async () => {
    const id = await letter()
    const raw = await sendRaw(product.a.owner, { id })
    expect(raw).toMatchObject({ name: `message-${id}.eml`, type: 'application/octet-stream' })
    const bytes = await buffer(await raw.open())
    expect(bytes.length).toBe(raw.size)
    expect(bytes.toString()).toContain('Subject: Letter')
    const file = await sendAttachment(product.a.owner, { id, index: '0' })
    expect(file).toMatchObject({ name: 'page.html', type: 'application/octet-stream' })
    expect(await text(await file.open())).toBe('<script>1</script>')
    expect(await refusedWith(sendAttachment(product.a.owner, { id, index: '1' }))).toBe('not_found')
  })

  it('shows its headers in their order', async () => {
    const { items } = await showHeaders(product.a.owner, { id: await letter() })
    expect(items.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['from', 'to', 'subject', 'message-id']),
    )
    expect(items.find(({ name }) => name === 'subject')).toEqual({ name: 'subject', value: 'Letter' })
  })

  it('shows the conversation that it is part of, oldest first', async () => {
    const first = await receive({ Subject: 'Question', 'Message-ID': '<q1@x.dev>' })
    const second = await receive({ Subject: 'Re: Question', 'In-Reply-To': '<q1@x.dev>' })
    const { items, more } = await showThread(product.a.owner, { id: second })
    expect(items.map(({ id }) => id)).toEqual([first, second])
    expect(more).toEqual({ earlier: false, later: false })
  })

  it('of a long conversation shows what stands around it, and that there is more', async () => {
    const first = await receive({ Subject: 'Log', 'Message-ID': '<log@x.dev>' })
    const rows = await asTenant(product.a.owner, async (tx) => {
      const { id: _, waits: __, ...row } = await tx.message.findUniqueOrThrow({ where: { id: first } })
      // Some of them in one moment: their ids say which came first.
      const data = Array.from({ length: 120 }, (_, n) => ({
        ...row,
        deliveryId: `log ${n}`,
        receivedAt: new Date(row.receivedAt.getTime() + 1_000 * Math.floor(n / 3)),
      })) as Prisma.MessageCreateManyInput[]
      await tx.message.createMany({ data })
      const { threadId } = row
      return tx.message.findMany({
        where: { threadId },
        select: { id: true },
        orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
      })
    })
    const all = rows.map(({ id }) => id)
    const shown = async (at: number) => {
      const { items, more } = await showThread(product.a.owner, { id: all[at]! })
      return { ids: items.map(({ id }) => id), more }
    }
    expect(all).toHaveLength(121)
    expect(await shown(0)).toEqual({ ids: all.slice(0, 101), more: { earlier: false, later: true } })
    expect(await shown(60)).toEqual({ ids: all.slice(10, 111), more: { earlier: true, later: true } })
    expect(await shown(120)).toEqual({ ids: all.slice(20), more: { earlier: true, later: false } })
  })

  it('is not there for a neighbour', async () => {
    const id = await letter()
    for (const show of [showMessage, showThread, showHeaders, showHtml, sendRaw])
      expect(await refusedWith(show(product.b.owner, { id }))).toBe('not_found')
    expect(await refusedWith(unmaskMessage(await visitorOf(product.b), { id }))).toBe('not_found')
  })
})

describe('of staff, codes and links', () => {
  const code = '482913'
  const token = '8f14e45fceea167a5a36dedd4bea2543'
  const secretLetter = () =>
    receive(
      {
        ...{
          Subject: `${code} is your Acme code`,
          From: `Acme ${code} <no-reply@acme.example>`,
          'X-Code': code,
        },
        ...{
          'List-Unsubscribe': `<https://acme.example/u/${token}>`,
          'MIME-Version': '1.0',
          'Content-Type': 'multipart/mixed; boundary=b',
        },
      },
      [
        `--b\r\nContent-Type: text/plain\r\n\r\nYour code is ${code}. Or open https://acme.example/login?token=${token}`,
        `--b\r\nContent-Type: text/html\r\n\r\n<p>Your code: <b>482</b><b>913</b></p><a href="https://acme.example/login?token=${token}">Sign in</a>`,
        `--b\r\nContent-Disposition: attachment; filename="${code}.txt"\r\n\r\nx\r\n--b--`,
      ].join('\r\n'),
    )

  it('are hidden in all that is shown, until they ask for them: on the record, for that message and that access', async () => {
    const id = await secretLetter()
    const visitor = await visitorOf(product.a)
    const everything = async (who: Caller) =>
      JSON.stringify([
        ...[
          await showMessage(who, { id }),
          await showHtml(who, { id, remote: true }),
          await showHeaders(who, { id }),
        ],
        ...[
          await showThread(who, { id }),
          await listMessages(who, { inboxId: box.id, limit: 100 }),
          await listMessages(who, { search: 'acme' }),
        ],
      ])
    const seen = await everything(visitor)
    expect(seen).not.toContain(code)
    expect(seen).not.toMatch(/482\D{0,12}913/)
    expect(seen).not.toContain(token)
    expect(seen).toContain('hidden: a one-time code')
    expect(await showMessage(visitor, { id })).toMatchObject({ masked: true })
    expect(await refusedWith(sendRaw(visitor, { id }))).toBe('message_masked')
    expect(await refusedWith(sendAttachment(visitor, { id, index: '0' }))).toBe('message_masked')
    // Its own people see it as it is, all the time.
    expect(await everything(product.a.owner)).toContain(code)

    const next = await secretLetter()
    expect(await refusedWith(unmaskMessage(product.a.owner, { id }))).toBe('forbidden')
    await unmaskMessage(visitor, { id })
    expect(await everything(visitor)).toContain(token)
    expect(await showMessage(visitor, { id })).toMatchObject({ masked: false })
    expect(await buffer(await (await sendRaw(visitor, { id })).open())).not.toHaveLength(0)
    expect(await showMessage(visitor, { id: next })).toMatchObject({ masked: true })
    expect(await showMessage(await visitorOf(product.a), { id: next })).toMatchObject({ masked: true })
    expect(
      await sql(
        `select "actorLabel", subject from "AuditEvent" where action = 'message.unmasked' and "subjectId" = $1`,
        [id],
      ),
    ).toEqual([{ actorLabel: product.support.name, subject: box.address }])
  })

  it('are not found by trying numbers out', async () => {
    await secretLetter()
    const visitor = await visitorOf(product.a)
    const guess = await listMessages(visitor, { search: `acme ${code}` })
    expect(guess.notUnderstood).toContain(code)
    expect((await listMessages(visitor, { search: 'acme 111111' })).items).toEqual(guess.items)
    expect(await subjects(product.a.owner, { search: code })).not.toEqual([])
  })

  it('in files, raw messages and pictures are never given before they ask, whatever the text says', async () => {
    const picture = '<p>Hello</p><img alt="chart" src="data:image/png;base64,aGk="><img src="cid:p@x">'
    const id = await receive(
      { Subject: 'Minutes', 'MIME-Version': '1.0', 'Content-Type': 'multipart/related; boundary=b' },
      [
        `--b\r\nContent-Type: text/html\r\n\r\n${picture}<!-- code 482913 -->`,
        '--b\r\nContent-Type: image/png\r\nContent-ID: <p@x>\r\nContent-Disposition: inline\r\n\r\nx',
        `--b\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment; filename=old.eml\r\n\r\nSubject: code\r\n\r\n${code}\r\n--b--`,
      ].join('\r\n'),
    )
    const visitor = await visitorOf(product.a)
    expect(await showMessage(visitor, { id })).toMatchObject({ masked: false, filesHidden: true })
    expect((await showHtml(visitor, { id, remote: true })).html).not.toContain('data:')
    for (const ask of [() => sendRaw(visitor, { id }), () => sendAttachment(visitor, { id, index: '1' })])
      expect(await refusedWith(ask())).toBe('message_masked')
    await unmaskMessage(visitor, { id })
    expect(await showMessage(visitor, { id })).toMatchObject({ masked: false, filesHidden: false })
    expect((await showHtml(visitor, { id })).html.match(/src="data:/g)).toHaveLength(2)
    expect(await sendAttachment(visitor, { id, index: '1' })).toMatchObject({ name: 'old.eml' })
    expect(await showMessage(product.a.owner, { id })).toMatchObject({ filesHidden: false })
  })

  it('beyond what was read are kept with the files', async () => {
    const id = await receive({ Subject: 'Long' }, `${'word '.repeat(60_000)}\r\ncode 482913`)
    const visitor = await visitorOf(product.a)
    expect(await showMessage(visitor, { id })).toMatchObject({
      ...{ truncated: true, masked: false, filesHidden: true },
    })
    expect(await refusedWith(sendRaw(visitor, { id }))).toBe('message_masked')
  })

  it('are hidden in any language, in the message as in its row', async () => {
    const subject = Buffer.from('Ваш код подтверждения: 739105').toString('base64')
    const id = await receive(
      { Subject: `=?utf-8?B?${subject}?=`, 'Content-Type': 'text/plain; charset=utf-8' },
      'Ваш код подтверждения: 739105\r\nСброс: https://acme.example/m/kdjfhgtrw',
    )
    const visitor = await visitorOf(product.a)
    const shown = await showMessage(visitor, { id })
    const headers = await showHeaders(visitor, { id })
    const { items } = await showThread(visitor, { id })
    expect(JSON.stringify([shown, headers, items])).not.toMatch(/739105|kdjfhgtrw/)
    expect(shown).toMatchObject({ masked: true, subject: 'Ваш код подтверждения: [hidden: a one-time code]' })
    expect([headers.masked, items[0]?.masked]).toEqual([true, true])
  })

  it('are said to be hidden only where any is', async () => {
    const id = await receive({ Subject: 'Lunch', 'X-Campaign': '739105' }, 'At noon, on 12 May 2026?')
    const visitor = await visitorOf(product.a)
    const { masked, text } = await showMessage(visitor, { id })
    expect([masked, text.trim()]).toEqual([false, 'At noon, on 12 May 2026?'])
    expect(await showHeaders(visitor, { id })).toMatchObject({ masked: true })
  })

  it('are not found by asking for numbers of people', async () => {
    await secretLetter()
    const guess = await listMessages(await visitorOf(product.a), { search: `from:${code}` })
    expect(guess.notUnderstood).toEqual([`from:${code}`])
    expect(await subjects(product.a.owner, { search: `from:${code}` })).not.toEqual([])
  })

  it('what is looked at stands in the trail before it is shown', async () => {
    const id = await secretLetter()
    const visitor = await visitorOf(product.a)
    await listMessages(visitor, { inboxId: box.id })
    await showMessage(visitor, { id })
    const rows = await sql<{ action: string }>(
      `select action from "AuditEvent" where "credentialId" = $1 order by at, id`,
      [visitor.credential!.id],
    )
    expect(rows.map(({ action }) => action)).toEqual(['inbox.read', 'message.read'])
  })

  it('what is taken out of the house, and what tells its sender of it, stands there once an access and thing', async () => {
    const inbox = await openBox(product.a, 'taken')
    const picture = '<img width=90 height=90 alt=x src="https://shop.example/open.png">'
    const letter = (html: string) =>
      receive(
        { Subject: 'The contract', 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=b' },
        [
          `--b\r\nContent-Type: text/html\r\n\r\n<p>Hello</p>${html}`,
          '--b\r\nContent-Disposition: attachment; filename="contract.pdf"\r\n\r\nx',
          `--b\r\nContent-Disposition: attachment; filename="your code ${code}.txt"\r\n\r\nx\r\n--b--`,
        ].join('\r\n'),
        inbox,
      )
    const [id, plain] = [await letter(picture), await letter('')]
    const taken = async (who: Caller) => {
      await sendRaw(who, { id })
      for (const index of ['0', '1']) await sendAttachment(who, { id, index })
      for (const remote of [false, true]) await showHtml(who, { id, remote })
      await showHtml(who, { id: plain, remote: true })
    }
    const visitor = await visitorOf(product.a)
    await showHtml(visitor, { id, remote: true })
    expect(await refusedWith(sendRaw(visitor, { id }))).toBe('message_masked')
    await unmaskMessage(visitor, { id })
    for (const who of [visitor, visitor, product.a.owner]) await taken(who)
    const { items } = await listActivity(product.a.owner, { limit: 20 })
    const acts = items
      .filter(({ action, text }) => /downloaded|remote/.test(action) && text.endsWith(inbox.address))
      .toReversed()
    const [whole, file, remote] = [
      `Sam Ortiz downloaded a whole message in ${inbox.address}`,
      `Sam Ortiz downloaded a file of a message in ${inbox.address}`,
      `Sam Ortiz had remote pictures loaded, as its sender may see, of a message in ${inbox.address}`,
    ]
    expect(acts.map(({ text }) => text)).toEqual([whole, file, file, remote])
    expect(new Set(acts.map(({ reason }) => reason))).toEqual(new Set([visitor.reason]))
    const details = await Promise.all(acts.map((act) => showEvent(product.a.owner, { id: act.id })))
    expect(details.map(({ subjectId, after }) => [subjectId, after])).toEqual([
      [id, null],
      [`${id}/0`, { file: 'contract.pdf' }],
      [`${id}/1`, { file: 'your code [hidden: a one-time code].txt' }],
      [id, null],
    ])
    const again = await visitorOf(product.a)
    await unmaskMessage(again, { id })
    await taken(again)
    expect(
      await sql<{ n: number }>(
        `select count(*)::int as n from "AuditEvent"
          where action in ('message.downloaded', 'message.file_downloaded', 'message.remote_loaded') and "subjectId" like $1 || '%'`,
        [id],
      ),
    ).toEqual([{ n: 8 }])
  })
})

describe('filing', () => {
  const countsOf = async (inboxId: string) =>
    Object.fromEntries(
      (
        await sql<{ folder: string; total: number; unread: number }>(
          'select folder, total, unread from "InboxCount" where "inboxId" = $1',
          [inboxId],
        )
      ).map(({ folder, total, unread }) => [folder, [total, unread]]),
    )
  const storage = async () =>
    Number(
      (
        await sql<{ used: string }>(
          `select used from "Usage" where "tenantId" = $1 and kind = 'storageBytes'`,
          [product.a.tenant.id],
        )
      )[0]!.used,
    )

  it('marks, moves and deletes, and the counters follow', async () => {
    const inbox = await openBox(product.a, 'filing')
    const ids = [await receive({}, '', inbox), await receive({}, '', inbox)]
    expect(await markMessages(product.a.owner, { ids, read: true })).toEqual({ changed: 2 })
    expect(await markMessages(product.a.owner, { ids, read: true })).toEqual({ changed: 0 })
    expect(await countsOf(inbox.id)).toMatchObject({ inbox: [2, 0] })
    expect(await refusedWith(deleteMessages(product.a.owner, { ids }))).toBe('message_in_use')
    expect(await moveMessages(product.a.owner, { ids: [ids[0]!], folder: 'trash' })).toEqual({ changed: 1 })
    expect(await countsOf(inbox.id)).toMatchObject({ inbox: [1, 0], trash: [1, 0] })
    const before = await storage()
    expect(await deleteMessages(product.a.owner, { ids: [ids[0]!] })).toEqual({ changed: 1 })
    expect(await countsOf(inbox.id)).toMatchObject({ inbox: [1, 0], trash: [0, 0] })
    expect(await storage()).toBeLessThan(before)
    const acts = await sql(
      `select action, subject from "AuditEvent" where "subjectId" = $1 and action like 'messages.%' order by id`,
      [inbox.id],
    )
    expect(acts).toEqual(
      ['read_marked', 'moved', 'deleted'].map((did) => ({
        action: `messages.${did}`,
        subject: inbox.address,
      })),
    )
  })

  it('reading through an inbox stands in the trail once in a while; several at once stand there each time', async () => {
    const inbox = await openBox(product.a, 'opened')
    const ids = [await receive({}, '', inbox), await receive({}, '', inbox), await receive({}, '', inbox)]
    const marks = async () =>
      (
        await sql(`select id from "AuditEvent" where "subjectId" = $1 and action = 'messages.read_marked'`, [
          inbox.id,
        ])
      ).length
    for (const id of ids)
      expect(await markMessages(product.a.owner, { ids: [id], read: true })).toEqual({ changed: 1 })
    expect(await marks()).toBe(1)
    await markMessages(product.a.owner, { ids, read: false })
    await markMessages(product.a.owner, { ids, read: true })
    expect(await marks()).toBe(2)
  })

  it('releases what was held for want of room only into room that is there', async () => {
    const inbox = await openBox(product.a, 'held')
    const id = await receive({}, 'x'.repeat(1_000), inbox)
    await sql(
      `update "RawMessage" set counted = false where id = (select "rawId" from "Message" where id = $1)`,
      [id],
    )
    await sql(`update "Message" set folder = 'quarantine' where id = $1`, [id])
    const used = await storage()
    await sql(`update "Workspace" set "storageBytes" = $1`, [used + 100])
    expect(await refusedWith(moveMessages(product.a.owner, { ids: [id], folder: 'inbox' }))).toBe(
      'limit_reached',
    )
    expect(await countsOf(inbox.id)).toMatchObject({ quarantine: [1, 1] })
    await sql(`update "Workspace" set "storageBytes" = null`)
    expect(await moveMessages(product.a.owner, { ids: [id], folder: 'inbox' })).toEqual({ changed: 1 })
    expect(await storage()).toBeGreaterThan(used + 1_000)
    expect(await countsOf(inbox.id)).toMatchObject({ quarantine: [0, 0], inbox: [1, 1] })
  })

  it('touches nothing of a neighbour’s, whatever else is named with it', async () => {
    const mine = await receive({})
    const theirBox = await openBox(product.b, 'filing')
    const theirs = await receive({}, '', theirBox)
    expect(await refusedWith(moveMessages(product.a.owner, { ids: [theirs], folder: 'trash' }))).toBe(
      'not_found',
    )
    expect(await moveMessages(product.a.owner, { ids: [mine, theirs, 'nonsense'], folder: 'trash' })).toEqual(
      { changed: 1 },
    )
    expect(await countsOf(theirBox.id)).toEqual({ inbox: [1, 1] })
  })
})

it('what an agent does is on the record by the name of its grant, and by its session', async () => {
  const inbox = await openBox(product.a, 'billed')
  const id = await receive({ Subject: 'Bill' }, 'Here it is.', inbox)
  const grant = await createGrant(product.a.owner, { inboxId: inbox.id, name: 'Billing agent' })
  const [named, first] = [await agentOf(grant.id), await agentOf(inbox.grantId)]
  await markMessages(named, { ids: [id], read: true })
  await markMessages(first, { ids: [id], read: false })
  const { items } = await listActivity(product.a.owner, { limit: 2 })
  expect(items.map(({ text }) => text)).toEqual([
    `Grant “first”, session run 1 marked messages as unread in ${inbox.address}`,
    `Grant “Billing agent”, session run 1 marked messages as read in ${inbox.address}`,
  ])
  expect(items.map(howWords)).toEqual([
    'Grant “first”, session run 1, through the API',
    'Grant “Billing agent”, session run 1, through the API',
  ])
})
