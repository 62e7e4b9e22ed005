import { randomUUID } from 'node:crypto'
import { ensurePerson } from '@/lib/accounts/platform'
import { openSession } from '@/lib/accounts/testing/open-session'
import { addDomain } from '@/lib/domains/add-domain'
import type { Caller } from '@/lib/kernel/caller'
import { DAY } from '@/lib/kernel/clock'
import { hashSecret } from '@/lib/kernel/ids'
import { scopesFor } from '@/lib/kernel/permissions'
import type { Customer, TestProduct } from '@/lib/local/testing/product'
import { receiveMessage } from '@/lib/messages/receive/receive-message'
import { incoming, rawMail } from '@/lib/messages/testing/mail'
import { operations } from '@/lib/operations'
import { runBatches } from '@/lib/provisioning/batches/run/platform'

/** Calls an operation by its name, as tests make what other operations refer to. */
export async function call(
  name: string,
  caller: Caller,
  input: object,
): Promise<{ id: string } & Record<string, unknown>> {
  const found = operations.find((o) => o.spec.name === name)
  if (!found) throw new Error(`there is no operation ${name}`)
  return (await (found as unknown as (caller: Caller, input: object) => Promise<unknown>)(
    caller,
    input,
  )) as never
}

export const rowsOf = <R extends object>({ database }: TestProduct, sql: string, values?: unknown[]) =>
  database.ask<R>(sql, values)

let made = 0

/**
 * Makes a thing of a customer for every kind of id that an operation's path or body can name. A new noun with ids needs
 * its line here; a new operation on a known noun needs nothing.
 */
export const things: Record<string, (product: TestProduct, who: Customer) => Promise<string>> = {
  '/domains': async (_, who) =>
    (await addDomain(who.owner, { name: `d${++made}.${who.tenant.slug}.dev` })).id,
  '/keys': async (_, who) =>
    (await call('keys.create', who.owner, { name: `key ${++made}`, scopes: ['domains.read'] })).id,
  '/inboxes': async (_, who) => (await call('inboxes.open', who.owner, { localPart: `box-of-${++made}` })).id,
  '/grants': async (_, who) =>
    String((await call('inboxes.open', who.owner, { localPart: `box-of-${++made}` }))['grantId']),
  '/messages': async (product, who) => newMessage(product, await openedBy(who)),
  '/members': async (_, who) => newMember(who),
  '/invites': async (_, who) =>
    (await call('members.invite', who.owner, { email: `g${++made}@${who.tenant.slug}.dev`, role: 'member' }))
      .id,
  '/audit': async (product, who) => {
    await addDomain(who.owner, { name: `a${++made}.${who.tenant.slug}.dev` })
    const [row] = await rowsOf<{ id: string }>(
      product,
      'select id from "AuditEvent" where "tenantId" = $1 order by id desc limit 1',
      [who.tenant.id],
    )
    return row!.id
  },
  '/me/sessions': (product, who) => newSession(product, who.owner.userId),
  '/admin/access': async (product, who) =>
    (
      await call('support.open', product.admin, {
        tenant: who.tenant.slug,
        reason: `ticket number ${++made}`,
      })
    ).id,
  '/admin/tenants': async (product) => {
    const slug = `new-${++made}`
    await call('tenants.create', product.admin, { slug, name: 'New' })
    return slug
  },
  '/admin/workspaces': async (product) => {
    const slug = `room-${++made}`
    await call('workspaces.create', product.admin, { slug, name: 'Room', environment: 'production' })
    return slug
  },
  '/admin/provisions': async (product) => {
    const clientId = `client-${++made}`
    await call('tenants.provision', product.admin, { clientId, slug: `new-${++made}`, name: 'New' })
    return clientId
  },
  '/admin/batches': async (product) => {
    const tenants = [await things['/admin/tenants']!(product, product.a)]
    const { id } = await call('tenants.move_many', product.admin, { tenants, workspace: 'default' })
    await runBatches()
    return id
  },
  '/admin/stray': async (product) => {
    const key = `stray/2026-11-21/${++made}.eml`
    const [row] = await rowsOf<{ id: string }>(
      product,
      `insert into "StrayMail" (reason, recipient, "envelopeFrom", "fromHeader", subject, key, "deliveryId", size)
         values ('unknown_tag', 'inbox+nobody@post.letterhead.dev', '', '', 'Hello', $1, $1, 1) returning id`,
      [key],
    )
    return row!.id
  },
  '/admin/moves': async (product) => {
    const slug = await things['/admin/tenants']!(product, product.a)
    return (await call('tenants.move', product.admin, { tenant: slug, workspace: 'default' })).id
  },
  '/me/connections': async (product, who) => {
    await rowsOf(
      product,
      `insert into "Account" ("userId", provider, "providerAccountId") select $1::uuid, 'google', $1::text on conflict do nothing`,
      [who.owner.userId],
    )
    return 'google'
  },
  '/admin/staff': async () =>
    (await ensurePerson({ email: `staff${++made}@letterhead.dev`, name: 'Staff', platformRole: 'support' }))
      .id,
  '/admin/staff/invites': async (product) =>
    (await call('staff.invite', product.admin, { email: `s${++made}@letterhead.dev`, role: 'support' })).id,
  '/admin/keys': async (product) =>
    (await call('keys.create_platform', product.admin, { name: `key ${++made}`, scopes: ['tenants.search'] }))
      .id,
}

export interface TestInbox {
  id: string
  address: string
  grantId: string
}

export const openedBy = async (who: Customer): Promise<TestInbox> =>
  (await call('inboxes.open', who.owner, { localPart: `box-of-${++made}` })) as unknown as TestInbox

/** The same, of those that lie in an inbox: in this one. */
export const thingsIn: Record<string, (product: TestProduct, inbox: TestInbox) => Promise<string>> = {
  '/inboxes': (_, { id }) => Promise.resolve(id),
  '/grants': (_, { grantId }) => Promise.resolve(grantId),
  '/messages': (product, inbox) => newMessage(product, inbox),
}

/** A message with something attached, as it came in, thrown away since: whatever can be done with one can be done with it. */
async function newMessage(product: TestProduct, inbox: TestInbox): Promise<string> {
  const raw = rawMail(
    { 'Content-Type': 'multipart/mixed; boundary=b', 'MIME-Version': '1.0' },
    '--b\r\n\r\nHello\r\n--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nattached\r\n--b--',
  )
  await receiveMessage(incoming(raw, [inbox.address]))
  const [row] = await rowsOf<{ id: string }>(
    product,
    `update "Message" set folder = 'trash' where "inboxId" = $1 returning id`,
    [inbox.id],
  )
  return row!.id
}

async function newMember({ tenant }: Customer): Promise<string> {
  const email = `m${++made}@${tenant.slug}.dev`
  const { id } = await ensurePerson({
    email,
    name: 'Member',
    memberOf: { tenantId: tenant.id, role: 'member' },
  })
  return id
}

async function newSession(product: TestProduct, userId: string): Promise<string> {
  const token = await openSession(userId, new Date(Date.now() + DAY))
  const [row] = await rowsOf<{ id: string }>(product, 'select id from "Session" where "sessionToken" = $1', [
    hashSecret(token),
  ])
  return row!.id
}

/** A key of a tenant with these scopes; answers its secret. */
export async function newKey(who: Customer, scopes: string[], then?: 'revoke'): Promise<string> {
  const key = await call('keys.create', who.owner, { name: `walk ${randomUUID()}`, scopes })
  if (then) await call('keys.revoke', who.owner, { id: key.id })
  return String(key['secret'])
}

/** Programs that are held to one inbox, with all that such may have: the secrets of a key and of a token. */
export async function boundTo(who: Customer, { id, grantId }: TestInbox) {
  const key = await call('keys.create', who.owner, {
    ...{ name: `bound ${++made}`, scopes: scopesFor('key'), inboxId: id },
  })
  const token = await call('grants.token', who.owner, {
    ...{ id: grantId, agentSession: 'walk', scopes: scopesFor('grant') },
  })
  return { key: String(key['secret']), grant: String(token['token']) }
}

/** Takes away what the walk made, so that no limit of a tenant is reached, and nobody of the staff is inside any more. */
export async function clearAway(
  product: TestProduct,
  { tenant }: Customer,
  keep: { domainId: string },
): Promise<void> {
  const of = [tenant.id]
  await rowsOf(product, 'delete from "Domain" where "tenantId" = $1 and id <> $2', [tenant.id, keep.domainId])
  await rowsOf(product, `delete from "ApiKey" where "tenantId" = $1 and name not like 'walk %'`, of)
  await rowsOf(product, 'delete from "Invite" where "tenantId" = $1', of)
  await rowsOf(product, 'delete from "Message" where "tenantId" = $1', of)
  await rowsOf(product, 'delete from "Inbox" where "tenantId" = $1', of)
  // Files wait for the mail network to have prepared those before, and here no worker does.
  await rowsOf(product, 'delete from "Batch" where "finishedAt" is null')
  await rowsOf(
    product,
    'update "SupportAccess" set "endedAt" = now() where "tenantId" = $1 and "endedAt" is null',
    of,
  )
}
