import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { adminLink } from '@/lib/faces/server/admin-link'
import { becoming } from '@/lib/faces/become'
import { hashSecret, randomToken } from '@/lib/kernel/ids'
import { openSharedPath } from '@/lib/local/testing/drive'
import { tablesWith } from '@/lib/local/testing/dump'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { work } from '@/lib/local/testing/work'
import { SIGN_IN_LINK, SYSTEM_MAIL } from '../jobs'
import { personBySession, tidyAccounts } from '../platform'
import { mailLink, noteLinkAsked, spendLink } from './platform'
import { askingForLinks, holdTo, tryingLinks } from './rates'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
  await openSharedPath(product)
})
afterAll(() => product.stop())
beforeEach(async () => {
  await product.world.panel.clearMail()
  await sql('delete from "SignInLink"')
})

const KNOWN = 'owner@mnexa.dev'
const UNKNOWN = 'nobody@mnexa.dev'
const sql = <R extends object>(text: string, values: unknown[] = []) => product.database.ask<R>(text, values)
const opening = {
  kind: 'web',
  label: 'Mozilla/5.0 (X11; Linux) Firefox/140.0',
  address: '192.0.2.7',
} as const
const how = { door: 'web', requestId: 'a-request', address: '192.0.2.7' } as const
const spend = (token: string) => spendLink(token, opening, becoming(how))
const tokenIn = (text: string) => /\/link\?token=([\w-]+)/.exec(text)?.[1] ?? ''

async function mailed(email: string): Promise<string[]> {
  await noteLinkAsked(email)
  await work(product.database, SIGN_IN_LINK, SYSTEM_MAIL)
  const messages = await Promise.all(
    (await product.world.panel.mail()).map((m) => product.world.panel.message(m.id)),
  )
  return messages.filter((m) => m.to.includes(email)).map((m) => tokenIn(m.text))
}
const linkFor = async (email: string) => (await mailed(email))[0] ?? ''

describe('asking for a link', () => {
  it('a person gets it by mail; an address that is nobody’s gets nothing', async () => {
    expect(await mailed(UNKNOWN)).toEqual([])
    expect(await mailed(KNOWN)).toEqual([expect.stringMatching(/^[\w-]{43}$/)])
  })

  it('what the asking itself does is the same for both: one row, one job, no look-up', async () => {
    const jobs = () => sql('select data from pgboss.job where name = $1 and state = $2', [SIGN_IN_LINK.name, 'created']) // prettier-ignore
    for (const email of [KNOWN, UNKNOWN]) {
      const before = (await jobs()).length
      await noteLinkAsked(email)
      expect(await jobs()).toHaveLength(before + 1)
    }
    const rows = await sql<{ email: string }>('select email, "tokenHash", "usedAt" from "SignInLink" order by email desc') // prettier-ignore
    expect(rows).toMatchObject(
      [KNOWN, UNKNOWN].map((email) => ({ email, tokenHash: expect.stringMatching(/^asked /), usedAt: null })),
    )
    await work(product.database, SIGN_IN_LINK, SYSTEM_MAIL)
  })

  it('the token is in the mail and nowhere in the database, before and after it left', async () => {
    await noteLinkAsked(KNOWN)
    await work(product.database, SIGN_IN_LINK)
    expect(await tablesWith(product.database, 'link?token=')).toEqual([])
    await work(product.database, SYSTEM_MAIL)
    const [summary] = await product.world.panel.mail()
    const token = tokenIn((await product.world.panel.message(summary!.id)).text)
    expect(await tablesWith(product.database, token)).toEqual([])
    expect(await tablesWith(product.database, hashSecret(token))).toEqual(['SignInLink'])
  })

  it('a job that runs twice mails one link', async () => {
    await noteLinkAsked(KNOWN)
    const [row] = await sql<{ id: string }>('select id from "SignInLink"')
    await Promise.all([mailLink(row!.id), mailLink(row!.id)])
    await work(product.database, SIGN_IN_LINK, SYSTEM_MAIL)
    expect(await product.world.panel.mail()).toHaveLength(1)
  })

  it('five an hour for an address, whoever asks; twenty from a network address, whoever for', async () => {
    for (let n = 0; n < 5; n++) await holdTo(askingForLinks('often@mnexa.dev', `198.51.100.${n}`))
    expect(await refusedWith(holdTo(askingForLinks('often@mnexa.dev', '198.51.100.9')))).toBe(
      'too_many_requests',
    )
    for (let n = 0; n < 20; n++) await holdTo(askingForLinks(`p${n}@mnexa.dev`, '203.0.113.1'))
    expect(await refusedWith(holdTo(askingForLinks('p20@mnexa.dev', '203.0.113.1')))).toBe(
      'too_many_requests',
    )
    await holdTo(askingForLinks('p20@mnexa.dev', '203.0.113.2'))
    expect(await tablesWith(product.database, 'often@mnexa.dev')).toEqual([])
  })
})

describe('opening a link', () => {
  it('opens a session of its person, once, on the record', async () => {
    const token = await linkFor(KNOWN)
    const session = await spend(token)
    expect(await personBySession(session.token)).toMatchObject({ user: { email: KNOWN } })
    expect(await refusedWith(spend(token))).toBe('link_invalid')
    const [event] = await sql(
      `select action, "actorId", "actorLabel", subject, address, door, "credentialId" from "AuditEvent" where "subjectId" = $1`,
      [session.id],
    )
    expect(event).toMatchObject({
      ...{ action: 'session.opened', actorId: product.a.owner.userId, subject: 'Firefox on Linux' },
      ...{ address: '192.0.2.7', door: 'web', credentialId: session.id },
    })
    expect(await tablesWith(product.database, session.token)).toEqual([])
  })

  it('of twenty who open it at the same time, one is let in', async () => {
    const token = await linkFor(KNOWN)
    const before = await sql('select 1 from "Session"')
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => spend(token)))
    expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1)
    expect(await sql('select 1 from "Session"')).toHaveLength(before.length + 1)
  })

  it('a newer link leaves the older one as it is', async () => {
    const older = await linkFor(KNOWN)
    const both = await mailed(KNOWN)
    const newer = both.find((token) => token !== older) ?? ''
    await spend(newer)
    expect(await spend(older)).toMatchObject({ token: expect.any(String) })
  })

  it('a link that is too old, wrong, or only its own hash opens nothing', async () => {
    const token = await linkFor(KNOWN)
    for (const wrong of [randomToken(), hashSecret(token), '', `${token}x`])
      expect(await refusedWith(spend(wrong))).toBe('link_invalid')
    await sql(`update "SignInLink" set "expiresAt" = now() - interval '1 second'`)
    expect(await refusedWith(spend(token))).toBe('link_invalid')
    await sql(`update "SignInLink" set "expiresAt" = now() + interval '1 minute'`)
    await spend(token)
  })

  it('one that was asked for and not yet mailed cannot be opened by what its row says', async () => {
    await noteLinkAsked(KNOWN)
    const [row] = await sql<{ tokenHash: string }>('select "tokenHash" from "SignInLink"')
    expect(await refusedWith(spend(row!.tokenHash))).toBe('link_invalid')
    await work(product.database, SIGN_IN_LINK, SYSTEM_MAIL)
  })

  it('a link outlives its person as nothing', async () => {
    await sql(`insert into "User" (email) values ('gone@mnexa.dev')`)
    const token = await linkFor('gone@mnexa.dev')
    expect(token).not.toBe('')
    await sql(`delete from "User" where email = 'gone@mnexa.dev'`)
    expect(await refusedWith(spend(token))).toBe('link_invalid')
  })

  it('twenty tries in ten minutes from one network address', async () => {
    for (let n = 0; n < 20; n++) await holdTo(tryingLinks('203.0.113.9'))
    expect(await refusedWith(holdTo(tryingLinks('203.0.113.9')))).toBe('too_many_requests')
    await holdTo(tryingLinks('203.0.113.10'))
  })

  it('a link that is long past is dropped', async () => {
    await linkFor(KNOWN)
    await tidyAccounts()
    expect(await sql('select 1 from "SignInLink"')).toHaveLength(1)
    await sql(`update "SignInLink" set "expiresAt" = now() - interval '25 hours'`)
    await tidyAccounts()
    expect(await sql('select 1 from "SignInLink"')).toEqual([])
  })
})

describe("the server's own link", () => {
  const roleOf = (email: string) => sql('select "platformRole" from "User" where email = $1', [email])

  it('makes its person an admin, once, and says so in the trail', async () => {
    const { url } = await adminLink(' First@Letterhead.dev ')
    const token = tokenIn(url)
    expect(url).toMatch(/^http:\/\/localhost:3000\/link\?token=/)
    expect(await tablesWith(product.database, token)).toEqual([])
    expect(await roleOf('first@letterhead.dev')).toEqual([])
    const { token: session } = await spend(token)
    expect(await roleOf('first@letterhead.dev')).toEqual([{ platformRole: 'admin' }])
    expect(await personBySession(session)).toMatchObject({ user: { platformRole: 'admin' } })
    expect(await refusedWith(spend(token))).toBe('link_invalid')
    const actions = await sql<{ action: string }>('select action from "AuditEvent" order by id desc limit 3')
    expect(actions.map((a) => a.action).toSorted()).toEqual([
      'admin_link.made',
      'session.opened',
      'staff.granted',
    ])
  })

  it('raises somebody who is there already, and lasts an hour', async () => {
    const { url, expiresAt } = await adminLink('member@mnexa.dev')
    expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(59 * 60_000)
    expect(expiresAt.getTime() - Date.now()).toBeLessThan(61 * 60_000)
    await spend(tokenIn(url))
    expect(await roleOf('member@mnexa.dev')).toEqual([{ platformRole: 'admin' }])
  })

  it('the first one of an installation owns the platform’s organisation, where its domain is added; later ones do not', async () => {
    const owners = () =>
      sql<{ email: string }>(
        `select email from "Membership" m join "User" u on u.id = m."userId" join "Tenant" t on t.id = m."tenantId"
          where t.kind = 'platform' and m.role = 'owner'`,
      )
    await sql(
      `delete from "Membership" where "tenantId" in (select id from "Tenant" where kind = 'platform')`,
    )
    for (const email of ['one@letterhead.dev', 'two@letterhead.dev'])
      await spend(tokenIn((await adminLink(email)).url))
    expect(await owners()).toEqual([{ email: 'one@letterhead.dev' }])
  })

  it('what is no address gets none', async () =>
    expect(await refusedWith(adminLink('not an address'))).toBe('email_malformed'))

  it('a mailed link grants nothing', async () => {
    await spend(await linkFor(KNOWN))
    expect(await roleOf(KNOWN)).toEqual([{ platformRole: null }])
  })
})
