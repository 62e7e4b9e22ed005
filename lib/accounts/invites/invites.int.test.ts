import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listActivity } from '@/lib/audit/list-activity'
import { listMembers } from '@/lib/accounts/members/list-members'
import { personByEmail, personBySession } from '@/lib/accounts/platform'
import { mailBody } from '@/lib/accounts/queue-mail'
import { becoming } from '@/lib/faces/become'
import { hashSecret } from '@/lib/kernel/ids'
import { mint } from '@/lib/kernel/mint'
import { decrypt } from '@/lib/kernel/vault'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { inviteMember } from './invite-member'
import { listInvites } from './list-invites'
import { acceptInvite, readOffer } from './platform'
import { resendInvite } from './resend-invite'
import { revokeInvite } from './revoke-invite'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const ask = <R extends object>(sql: string, values: unknown[] = []) => product.database.ask<R>(sql, values)
const someone = () => `${randomUUID().slice(0, 8)}@people.dev`

/** What the newest mail to an address says. */
async function mailTo(email: string) {
  const [row] = await ask<{ id: string; tenantId: string; body: Buffer; expiresAt: Date }>(
    `select * from "SystemMail" where recipient = $1 order by "createdAt" desc, id desc limit 1`,
    [email],
  )
  const mail = JSON.parse(await decrypt(row!.tenantId, mailBody(row!.id), row!.body)) as {
    subject: string
    text: string
  }
  return { ...mail, token: /token=([\w-]+)/.exec(mail.text)![1]! }
}
const accept = (token: string, more: Partial<Parameters<typeof acceptInvite>[0]> = {}) =>
  acceptInvite({
    ...{ token, name: 'New Person', signedIn: null },
    opening: { kind: 'web', label: 'Firefox', address: null },
    become: becoming({ door: 'web' }),
    ...more,
  })
const rolesOf = async (email: string, who = product.a) =>
  (await listMembers(who.owner, { limit: 100 })).items.filter((m) => m.email === email).map((m) => m.role)
const age = (id: string, by: string) =>
  ask(`update "Invite" set "expiresAt" = "expiresAt" - $2::interval where id = $1`, [id, by])

describe('an invitation', () => {
  it('goes by mail with a link, of which the database has only the hash', async () => {
    const email = someone()
    const made = await inviteMember(product.a.owner, { email: `  ${email.toUpperCase()} `, role: 'member' })
    expect(made).toMatchObject({ email, role: 'member', invitedBy: 'Mnexa, Inc. owner', expired: false })
    expect(Date.parse(made.expiresAt) - Date.parse(made.sentAt)).toBe(7 * 86_400_000)
    const { subject, token } = await mailTo(email)
    expect(subject).toBe('Mnexa, Inc. owner invites you to join Mnexa, Inc. as a member')
    expect(await ask(`select id from "Invite" where "tokenHash" = $1`, [hashSecret(token)])).toEqual([
      { id: made.id },
    ])
    expect(await ask(`select id from "Invite" t where t::text like '%' || $1 || '%'`, [token])).toEqual([])
    expect(await ask(`select id from "SystemMail" t where t::text like '%' || $1 || '%'`, [token])).toEqual(
      [],
    )
  })

  it('makes the person who opens it a member, once; looking spends nothing', async () => {
    const email = someone()
    await inviteMember(product.a.owner, { email, role: 'owner' })
    const { token } = await mailTo(email)
    for (let looks = 0; looks < 3; looks++)
      expect(await readOffer(token)).toMatchObject({
        environment: 'production',
        ...{ state: 'open', organisation: 'Mnexa, Inc.', email, role: 'owner', isNew: true },
      })
    expect(await refusedWith(accept(token, { name: '  ' }))).toBe('invalid_input')
    const { user, tenant, session } = await accept(token)
    expect((await personBySession(session!.token))?.user.id).toBe(user.id)
    expect(tenant.slug).toBe('mnexa')
    expect(user).toMatchObject({ email, name: 'New Person' })
    expect(user.emailVerified).not.toBeNull()
    expect(await rolesOf(email)).toEqual(['owner'])
    expect(await readOffer(token)).toMatchObject({ state: 'accepted' })
    expect(await refusedWith(accept(token))).toBe('link_invalid')
    const { items } = await listActivity(product.a.owner, { limit: 2 })
    expect(items.map(({ action, actor }) => ({ action, actor }))).toEqual([
      { action: 'member.joined', actor: 'New Person' },
      { action: 'member.invited', actor: 'Mnexa, Inc. owner' },
    ])
  })

  it('asks somebody who is there without a name for one, and takes it', async () => {
    const email = someone()
    await ask(`insert into "User" (email, "emailVerified") values ($1, now())`, [email])
    await inviteMember(product.a.owner, { email, role: 'member' })
    const { token } = await mailTo(email)
    expect(await readOffer(token)).toMatchObject({ isNew: true })
    expect(await refusedWith(accept(token, { name: '' }))).toBe('invalid_input')
    await accept(token, { name: 'Nora New' })
    expect(await personByEmail(email)).toMatchObject({ name: 'Nora New' })
  })

  it('two who accept at once: one wins', async () => {
    const email = someone()
    await inviteMember(product.a.owner, { email })
    const { token } = await mailTo(email)
    const ends = await Promise.allSettled(Array.from({ length: 6 }, () => accept(token)))
    expect(ends.filter((e) => e.status === 'fulfilled')).toHaveLength(1)
    expect(await rolesOf(email)).toEqual(['member'])
  })

  it('is for its address: somebody else who is signed in is refused and spends nothing', async () => {
    const email = someone()
    await inviteMember(product.a.owner, { email })
    const { token } = await mailTo(email)
    const noor = mint.person(product.b.owner)
    expect(await refusedWith(accept(token, { signedIn: noor }))).toBe('invite_other_person')
    expect(await rolesOf(noor.email)).toEqual([])
    expect(
      await accept(token, { signedIn: mint.person({ userId: randomUUID(), email, name: '' }), name: 'Ann' }),
    ).toMatchObject({ role: 'member', session: null })
  })

  it('adds a second organisation to somebody who has one, under the name they have', async () => {
    const { email, userId } = product.b.member
    await inviteMember(product.a.owner, { email })
    const { token } = await mailTo(email)
    expect(await readOffer(token)).toMatchObject({ isNew: false })
    const { user } = await accept(token, { name: 'Somebody Else', signedIn: mint.person(product.b.member) })
    expect(user).toMatchObject({ id: userId, name: 'Harbor Books member' })
    expect(await rolesOf(email)).toEqual(['member'])
    expect(await rolesOf(email, product.b)).toEqual(['member'])
  })

  it('never lowers: an owner who accepts a place as a member stays an owner', async () => {
    const who = await product.newCustomer('higher')
    const email = someone()
    await inviteMember(who.owner, { email, role: 'member' })
    const { token } = await mailTo(email)
    const { id: userId } = (
      await ask<{ id: string }>(
        `insert into "User" (email, name, "emailVerified") values ($1, 'Early', now()) returning id`,
        [email],
      )
    )[0]!
    await ask(`insert into "Membership" ("tenantId", "userId", role) values ($1, $2, 'owner')`, [
      who.tenant.id,
      userId,
    ])
    await accept(token)
    expect(await rolesOf(email, who)).toEqual(['owner'])
  })

  it('too old is refused; one day earlier it is not', async () => {
    const emails = [someone(), someone()]
    for (const [at, email] of emails.entries()) {
      const { id } = await inviteMember(product.a.owner, { email })
      await age(id, at === 0 ? '7 days 1 second' : '6 days')
    }
    const [old, young] = await Promise.all(emails.map(mailTo))
    expect(await readOffer(old!.token)).toMatchObject({ state: 'expired' })
    expect(await refusedWith(accept(old!.token))).toBe('link_invalid')
    expect(await personByEmail(emails[0]!)).toBeNull()
    await accept(young!.token)
    expect(await rolesOf(emails[1]!)).toEqual(['member'])
  })

  it('sent again has a new link, and the older one is dead; at most five times an hour', async () => {
    const email = someone()
    const { id } = await inviteMember(product.a.owner, { email })
    await age(id, '8 days')
    const first = await mailTo(email)
    const again = await resendInvite(product.a.owner, { id })
    expect(again).toMatchObject({ id, expired: false })
    const second = await mailTo(email)
    expect(second.token).not.toBe(first.token)
    expect(await readOffer(first.token)).toBeNull()
    expect(await refusedWith(accept(first.token))).toBe('link_invalid')
    for (let more = 0; more < 4; more++) await resendInvite(product.a.owner, { id })
    expect(await refusedWith(resendInvite(product.a.owner, { id }))).toBe('too_many_requests')
    await accept((await mailTo(email)).token)
    expect(await rolesOf(email)).toEqual(['member'])
    expect(await refusedWith(resendInvite(product.a.owner, { id }))).toBe('not_found')
  })

  it('revoked opens nothing, and the address can be invited anew', async () => {
    const email = someone()
    const { id } = await inviteMember(product.a.owner, { email })
    const { token } = await mailTo(email)
    expect(await revokeInvite(product.a.owner, { id })).toEqual({ id })
    expect(await readOffer(token)).toMatchObject({ state: 'revoked' })
    expect(await refusedWith(accept(token))).toBe('link_invalid')
    expect(await refusedWith(revokeInvite(product.a.owner, { id }))).toBe('not_found')
    expect(await inviteMember(product.a.owner, { email })).toMatchObject({ email })
  })
})

describe('who may be invited', () => {
  it('one open invitation an address, also for clicks at the same time; an expired one is replaced', async () => {
    const email = someone()
    const ends = await Promise.allSettled([1, 2, 3].map(() => inviteMember(product.a.owner, { email })))
    expect(ends.filter((e) => e.status === 'fulfilled')).toHaveLength(1)
    expect(await refusedWith(inviteMember(product.a.owner, { email }))).toBe('invite_exists')
    const open = async () =>
      (await listInvites(product.a.member, { limit: 100 })).items.filter((i) => i.email === email)
    const [first] = await open()
    await age(first!.id, '8 days')
    expect(await open()).toMatchObject([{ id: first!.id, expired: true }])
    const { id } = await inviteMember(product.a.owner, { email })
    expect(await open()).toMatchObject([{ id, expired: false }])
  })

  it('a member is not invited again; the same address may be elsewhere', async () => {
    const { email } = product.a.member
    expect(await refusedWith(inviteMember(product.a.owner, { email }))).toBe('member_exists')
    expect(await inviteMember(product.b.owner, { email })).toMatchObject({ email })
    expect(await refusedWith(inviteMember(product.a.owner, { email: 'nobody' }))).toBe('email_malformed')
  })

  it('a hundred may be open, and no more', async () => {
    const who = await product.newCustomer('crowd')
    await ask(
      `insert into "Invite" ("tenantId", email, role, "tokenHash", "invitedBy", "expiresAt")
       select $1, n || '@crowd.dev', 'member', 'h' || n, 'x', now() + interval '1 day' from generate_series(1, 99) n`,
      [who.tenant.id],
    )
    expect(await inviteMember(who.owner, { email: someone() })).toMatchObject({ role: 'member' })
    expect(await refusedWith(inviteMember(who.owner, { email: someone() }))).toBe('invite_limit')
  })

  it('a member invites nobody, and a neighbour’s invitation is not found; its own owner may', async () => {
    const { a, b } = product
    expect(await refusedWith(inviteMember(a.member, { email: someone() }))).toBe('forbidden')
    const email = someone()
    const { id } = await inviteMember(b.owner, { email })
    for (const act of [resendInvite, revokeInvite]) {
      expect(await refusedWith(act(a.owner, { id }))).toBe('not_found')
      expect(await refusedWith(act(b.member, { id }))).toBe('forbidden')
    }
    expect((await listInvites(a.owner, { limit: 100 })).items.map((i) => i.id)).not.toContain(id)
    expect((await listInvites(b.owner, { limit: 100 })).items.map((i) => i.id)).toContain(id)
    expect(await resendInvite(b.owner, { id })).toMatchObject({ id })
  })
})
