import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '@/lib/faces/testing/things'
import { storage } from '@/lib/gateways/storage'
import { mint } from '@/lib/kernel/mint'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { work } from '@/lib/local/testing/work'
import { deleteStray } from './delete-stray'
import { TIDY_STRAY } from './jobs'
import { listStray } from './list-stray'
import { showStray } from './show-stray'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const ask = <R extends object>(sql: string, values: unknown[] = []) => rowsOf<R>(product, sql, values)
let made = 0

interface Wish {
  recipient?: string
  reason?: string
  subject?: string
  days?: number
}
/** Mail for nobody, as receiving keeps it. */
async function stray(raw: string, { recipient, reason, subject, days }: Wish = {}): Promise<string> {
  const key = `stray/2026-11-21/${crypto.randomUUID()}.eml`
  const { size } = await storage().put(key, Buffer.from(raw.replaceAll('\n', '\r\n')))
  const [row] = await ask<{ id: string }>(
    `insert into "StrayMail" (reason, recipient, "envelopeFrom", "fromHeader", subject, key, "deliveryId", size, "receivedAt")
       values ($1, $2, 'bob@sender.dev', 'Bob <bob@sender.dev>', $3, $4, $5, $6, now() - make_interval(days => $7)) returning id`,
    [
      ...[reason ?? 'unknown_tag', recipient ?? 'inbox+acmee@post.letterhead.dev', subject ?? 'Hello'],
      ...[key, `d-${++made}`, size, days ?? 0],
    ],
  )
  return row!.id
}
const plain =
  'From: Bob <bob@sender.dev>\nTo: inbox+acmee@post.letterhead.dev\nSubject: Hello\n\nHow are you?\n'
const acts = () =>
  ask<{ action: string; actorLabel: string; subject: string }>(
    `select action, "actorLabel", subject from "AuditEvent"
      where "tenantId" = $1 and action like 'stray.%' order by id`,
    [product.platform.tenant.id],
  )

describe('mail for nobody', () => {
  it('is listed for admins, newest first, by reason and by a part of the recipient', async () => {
    await stray(plain)
    await stray(plain, { reason: 'unknown_recipient', recipient: 'Sales@ACME.post.letterhead.dev' })
    const all = await listStray(product.admin, {})
    expect(all.items).toMatchObject([
      {
        reason: 'unknown_recipient',
        recipient: 'Sales@ACME.post.letterhead.dev',
        from: 'Bob <bob@sender.dev>',
      },
      { reason: 'unknown_tag', subject: 'Hello', size: plain.replaceAll('\n', '\r\n').length },
    ])
    expect(Date.parse(all.items[0]!.goesAt) - Date.parse(all.items[0]!.receivedAt)).toBe(14 * 86_400_000)
    expect(all.items[0]).not.toHaveProperty('key')
    const reasons = async (input: object) =>
      (await listStray(product.admin, input)).items.map((s) => s.reason)
    expect(await reasons({ reason: 'unknown_tag' })).toEqual(['unknown_tag'])
    expect(await reasons({ search: 'sales@acme' })).toEqual(['unknown_recipient'])
    expect(await reasons({ search: '%' })).toEqual([])
    const first = await listStray(product.admin, { limit: 1 })
    expect(await reasons({ limit: 1, cursor: first.nextCursor! })).toEqual(['unknown_tag'])
  })

  it('is shown as headers and plain text, and whoever looks is in the platform’s trail, once a session', async () => {
    const id = await stray(plain)
    const shown = await showStray(product.admin, { id })
    expect(shown).toMatchObject({ text: expect.stringContaining('How are you?'), masked: false, defects: [] })
    expect(shown.headers).toContainEqual({ name: 'subject', value: 'Hello' })
    await showStray(product.admin, { id })
    expect(await acts()).toEqual([
      { action: 'stray.listed', actorLabel: 'Ines Keller', subject: 'the list of stray mail' },
      { action: 'stray.read', actorLabel: 'Ines Keller', subject: 'inbox+acmee@post.letterhead.dev' },
    ])
  })

  it('of HTML alone is read as text, and nothing of it runs', async () => {
    const html = '<p>Hello <b>there</b></p><script>alert(1)</script><img src="https://t.dev/p.gif">'
    const id = await stray(`From: b@s.dev\nSubject: x\nContent-Type: text/html; charset=utf-8\n\n${html}\n`)
    const { text } = await showStray(product.admin, { id })
    expect(text).toContain('Hello there')
    expect(text).not.toMatch(/alert|<|t\.dev/)
  })

  it('hides what would let a reader in as somebody else, in the list and in the message', async () => {
    const words = 'Your verification code is 482913'
    const id = await stray(`From: b@s.dev\nSubject: ${words}\n\n${words}. It is valid for ten minutes.\n`, {
      subject: words,
    })
    const shown = await showStray(product.admin, { id })
    expect(shown.masked).toBe(true)
    const listed = (await listStray(product.admin, {})).items.find((one) => one.id === id)
    for (const seen of [shown, listed]) expect(JSON.stringify(seen)).not.toContain('482913')
  })

  it('hides it in every header, in the sender’s name and in the names of files', async () => {
    const head =
      'From: Acme 482913 <b@s.dev>\nX-Code: 482913\nSubject: Hello\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b'
    const id = await stray(
      `${head}\n\n--b\nContent-Type: text/plain\n\nYour code is 482913\n--b\nContent-Disposition: attachment; filename="482913.txt"\n\nx\n--b--\n`,
      { subject: 'Again 482913' },
    )
    const shown = await showStray(product.admin, { id })
    expect(shown).toMatchObject({ masked: true, subject: 'Again [hidden: a one-time code]' })
    expect(shown.headers.map(({ name }) => name)).toContain('x-code')
    expect(JSON.stringify(shown)).not.toContain('482913')
  })

  it('whose object is not there is shown with what is known, and says so', async () => {
    const id = await stray(plain)
    const [{ key }] = (await ask<{ key: string }>(`select key from "StrayMail" where id = $1`, [id])) as [
      { key: string },
    ]
    await storage().remove(key)
    expect(await showStray(product.admin, { id })).toMatchObject({
      ...{ subject: 'Hello', text: '', truncated: true },
      defects: [expect.stringContaining('could not be read from storage')],
    })
  })

  it('is deleted once, with its object to follow, and the trail says by whom', async () => {
    const id = await stray(plain, { recipient: 'gone@post.letterhead.dev' })
    const both = await Promise.allSettled([
      deleteStray(product.admin, { id }),
      deleteStray(product.admin, { id }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await refusedWith(showStray(product.admin, { id }))).toBe('not_found')
    expect(await ask(`select 1 from "ObjectRemoval" where key like 'stray/%'`)).toHaveLength(1)
    expect((await acts()).filter(({ action }) => action === 'stray.deleted')).toEqual([
      { action: 'stray.deleted', actorLabel: 'Ines Keller', subject: 'gone@post.letterhead.dev' },
    ])
  })

  it('is gone by itself after fourteen days, and not before', async () => {
    await ask(`delete from "StrayMail"`)
    await stray(plain, { days: 15, recipient: 'old@x.dev' })
    await stray(plain, { days: 13, recipient: 'young@x.dev' })
    await ask(`insert into pgboss.job (name, data) values ($1, '{}')`, [TIDY_STRAY.name])
    expect(await work(product.database, TIDY_STRAY)).toEqual([])
    expect(await ask(`select recipient from "StrayMail"`)).toEqual([{ recipient: 'young@x.dev' }])
  })

  it('is nobody’s but admins’', async () => {
    const id = await stray(plain)
    const key = mint.platformKey({ keyId: crypto.randomUUID(), name: 'k', scopes: ['fleet.read'] })
    for (const caller of [product.support, product.a.owner, product.platform.owner, key]) {
      expect(await refusedWith(listStray(caller, {}))).toBe('forbidden')
      expect(await refusedWith(showStray(caller, { id }))).toBe('forbidden')
      expect(await refusedWith(deleteStray(caller, { id }))).toBe('forbidden')
    }
    expect(await showStray(product.admin, { id })).toMatchObject({ id })
    expect(await refusedWith(showStray(product.admin, { id: 'x' }))).toBe('not_found')
  })
})
