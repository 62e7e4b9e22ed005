import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDomain } from '@/lib/domains/add-domain'
import { deleteDomain } from '@/lib/domains/delete-domain'
import { asTenant } from '@/lib/kernel/db/tenant'
import { env } from '@/lib/kernel/env'
import { mint } from '@/lib/kernel/mint'
import {
  PLATFORM_DOMAIN,
  startTestProduct,
  type Customer,
  type TestProduct,
} from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { until } from '@/lib/local/world/test/helpers'
import { newTenant } from '@/lib/tenants/testing/new-tenant'
import { customersOf } from '@/lib/usage/testing/customers'
import { closeInbox } from './close-inbox'
import { createGrant } from './grants/create-grant'
import { renewGrant } from './grants/renew-grant'
import { revokeGrant } from './grants/revoke-grant'
import { showGrant } from './grants/show-grant'
import { suspendGrant } from './grants/suspend-grant'
import { listInboxes } from './list-inboxes'
import { moveInbox } from './move-inbox'
import { holdInboxes } from './open-in'
import { openInbox } from './open-inbox'
import { renameInbox } from './rename-inbox'
import { resumeInbox } from './resume-inbox'
import { routeRecipient } from './routing/platform'
import { setProtocolAccess } from './set-protocol-access'
import { showInbox } from './show-inbox'
import { showTerms } from './show-terms'
import { suspendInbox } from './suspend-inbox'

let product: TestProduct
let customers: ReturnType<typeof customersOf>
beforeAll(async () => {
  product = await startTestProduct()
  customers = customersOf(product, 'box')
})
afterAll(() => product.stop())

const newCustomer = (...given: Parameters<typeof customers.customer>) => customers.customer(...given)
const trialOf = ({ tenant }: Customer) => `${tenant.slug}.${PLATFORM_DOMAIN}`
const domainOf = async (who: Customer, name: string, receiving = 'ready') => {
  const { id } = await addDomain(who.owner, { name })
  await customers.ask(`update "Domain" set receiving = $2::"ReceivingState" where id = $1`, [id, receiving])
  return id
}
const visitorOf = ({ tenant }: Customer) =>
  mint.visitor('support', tenant, product.support, { id: crypto.randomUUID(), reason: 'a ticket' })

describe('opening', () => {
  it('answers the inbox and its grant in one call, and mail to a trial address comes in at once', async () => {
    const who = await newCustomer()
    const opened = await openInbox(who.member, {})
    expect(opened).toMatchObject({
      ...{
        address: `agent@${trialOf(who)}`,
        name: `agent@${trialOf(who)}`,
        kind: 'dedicated',
        state: 'open',
      },
      ...{ receiving: 'ready', notice: null, alsoAt: [], clientId: null },
      counts: { inbox: { total: 0, unread: 0 }, spam: { total: 0, unread: 0 } },
    })
    expect(opened.grantId).toMatch(/^[0-9a-f-]{36}$/)
    const { deliveries } = (await routeRecipient(`Agent+x@${trialOf(who)}`)) as { deliveries: object[] }
    expect(deliveries).toMatchObject([{ tenantId: who.tenant.id, inboxId: opened.id, isSuspended: false }])
    const [act] = await customers.ask<{ subject: string; actorLabel: string }>(
      `select subject, "actorLabel" from "AuditEvent" where "tenantId" = $1 and action = 'inbox.opened'`,
      [who.tenant.id],
    )
    expect(act).toEqual({ subject: opened.address, actorLabel: who.member.name })
  })

  it('on a domain that does not receive so far is allowed, and says whose move it is', async () => {
    const who = await newCustomer()
    await domainOf(who, 'waiting-mail.dev', 'pending')
    const opened = await openInbox(who.owner, { localPart: 'Sales', domain: 'Waiting-Mail.dev.' })
    expect(opened).toMatchObject({ address: 'sales@waiting-mail.dev', receiving: 'pending' })
    expect(opened.notice).toMatch(/Publish its records/)
    expect(await routeRecipient('sales@waiting-mail.dev')).toEqual({ to: 'elsewhere' })
    await customers.ask(`update "Domain" set receiving = 'ready' where name = 'waiting-mail.dev'`)
    expect(await showInbox(who.owner, { id: opened.id })).toMatchObject({ receiving: 'ready', notice: null })
  })

  it.each<[string, { domain?: string; localPart?: string }, string, string]>([
    ['a neighbour’s domain', { domain: 'neighbours-mail.dev' }, 'inbox_domain_unknown', 'domain'],
    ['no domain at all', { domain: 'no domain' }, 'inbox_domain_unknown', 'domain'],
    [
      'the trial domain of a neighbour',
      { domain: `harbor.${PLATFORM_DOMAIN}` },
      'inbox_domain_unknown',
      'domain',
    ],
    ['a domain that is being deleted', { domain: 'leaving-mail.dev' }, 'domain_deleting', 'domain'],
    ['a reserved local part', { localPart: 'postmaster' }, 'local_part_malformed', 'localPart'],
    ['a local part with a tag', { localPart: 'agent+x' }, 'local_part_malformed', 'localPart'],
    ['a local part nobody can write to', { localPart: 'two words' }, 'local_part_malformed', 'localPart'],
    ['an address that is taken', { localPart: 'TAKEN' }, 'inbox_exists', 'localPart'],
  ])('with %s is refused at its field', async (_, input, code, field) => {
    const who = product.a
    if (code === 'inbox_domain_unknown' && input.domain === 'neighbours-mail.dev')
      await domainOf(product.b, 'neighbours-mail.dev')
    if (code === 'domain_deleting')
      await deleteDomain(who.owner, { id: await domainOf(who, 'leaving-mail.dev') })
    if (code === 'inbox_exists') await openInbox(who.owner, { localPart: 'taken', name: 'First come' })
    const refusal = openInbox(who.owner, input)
    await expect(refusal).rejects.toMatchObject({ code, fields: { [field]: expect.any(String) } })
    if (code === 'inbox_exists') await expect(refusal).rejects.toThrow('your inbox First come')
  })

  it('needs a domain of its own where the installation has none', async () => {
    const who = await newCustomer()
    await domainOf(who, 'no-platform.dev')
    // Read once a process, so it is taken out of what was read.
    Object.assign(env(), { PLATFORM_DOMAIN: undefined })
    try {
      expect(await refusedWith(openInbox(who.owner, {}))).toBe('inbox_domain_required')
      expect(await openInbox(who.owner, { domain: 'no-platform.dev' })).toMatchObject({ receiving: 'ready' })
      expect(await routeRecipient('agent@no-platform.dev')).toMatchObject({ to: 'inboxes' })
      expect(await routeRecipient('abuse@no-platform.dev')).toMatchObject({ deliveries: [{ kind: 'role' }] })
      expect(await routeRecipient(`agent@${trialOf(who)}`)).toEqual({ to: 'elsewhere' })
    } finally {
      Object.assign(env(), { PLATFORM_DOMAIN })
    }
  })

  it('is done once for a client id, however many ask at the same time', async () => {
    const who = await newCustomer()
    const ask = () => openInbox(who.owner, { localPart: 'one', clientId: 'run-1' })
    const all = await Promise.all(Array.from({ length: 10 }, ask))
    expect(new Set(all.map(({ id, grantId }) => `${id} ${grantId}`)).size).toBe(1)
    expect((await listInboxes(who.owner, {})).items).toHaveLength(1)
    expect(await refusedWith(openInbox(who.owner, { localPart: 'two', clientId: 'run-1' }))).toBe(
      'inbox_mismatch',
    )
    await domainOf(who, 'xn--mnchen-3ya.dev')
    const named = (domain: string) => openInbox(who.owner, { domain, clientId: 'run-2' })
    expect((await named('München.dev.')).id).toBe((await named(' xn--mnchen-3ya.DEV')).id)
    await closeInbox(who.owner, { id: all[0]!.id })
    await expect(ask()).rejects.toThrow('The inbox of this client id is closed. Use a new client id')
    // Another organisation's client ids are its own.
    expect(await openInbox(product.b.owner, { localPart: 'one', clientId: 'run-1' })).toMatchObject({
      state: 'open',
    })
  })

  it('asked for again answers the grant that it was opened with, also suspended, and never another’s', async () => {
    const who = await newCustomer()
    const ask = () => openInbox(who.owner, { localPart: 'one', clientId: 'run-1' })
    const { id, grantId } = await ask()
    const reporting = await createGrant(who.owner, { inboxId: id, name: 'reporting' })
    // As if the process that created it had a clock behind the others'.
    await customers.ask(`update "Grant" set "createdAt" = now() - interval '1 day' where id = $1`, [
      reporting.id,
    ])
    expect(await ask()).toMatchObject({ id, grantId })
    await suspendGrant(who.owner, { id: grantId })
    expect(await ask()).toMatchObject({ id, grantId })
    await renewGrant(who.owner, { id: grantId })
    expect(await ask()).toMatchObject({ id, grantId })
    await revokeGrant(who.owner, { id: grantId })
    await expect(ask()).rejects.toMatchObject({
      ...{
        code: 'grant_revoked',
        fields: { clientId: expect.stringContaining('the grant that it was opened with is revoked') },
      },
      message: expect.stringContaining(`Create another grant for the inbox ${id}`),
    })
    await createGrant(who.owner, { inboxId: id, name: 'anew' })
    expect(await refusedWith(ask())).toBe('grant_revoked')
    expect(await showGrant(who.owner, { id: reporting.id })).toMatchObject({ state: 'live' })
  })

  it('asked for again under another name and address is the same, and its grant is asked about there', async () => {
    const who = await newCustomer()
    const ask = () => openInbox(who.owner, { localPart: 'one', clientId: 'run-1' })
    const { id, grantId } = await ask()
    await createGrant(who.owner, { inboxId: id, name: 'second' })
    await renameInbox(who.owner, { id, name: 'Two' })
    await moveInbox(who.owner, { id, localPart: 'two', domain: trialOf(who) })
    expect(await ask()).toMatchObject({ id, grantId, name: 'Two', address: `two@${trialOf(who)}` })
    await revokeGrant(who.owner, { id: grantId })
    expect(await refusedWith(ask())).toBe('grant_revoked')
  })

  it('holds exactly to the limit when twenty ask at the same time, and closing one makes room', async () => {
    const who = await newCustomer({ inboxes: 7 })
    const asked = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => openInbox(who.owner, { localPart: `box-${i}` })),
    )
    const made = asked.filter((one) => one.status === 'fulfilled')
    expect(made).toHaveLength(7)
    for (const one of asked)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'limit_reached' })
    expect(await refusedWith(openInbox(who.owner, { localPart: 'more' }))).toBe('limit_reached')
    await closeInbox(who.owner, { id: made[0]!.value.id })
    expect(await openInbox(who.owner, { localPart: 'more' })).toMatchObject({ state: 'open' })
    expect(await refusedWith(openInbox(who.owner, { localPart: 'again' }))).toBe('limit_reached')
    await customers.setPolicy(who, { inboxes: 8 })
    expect(await openInbox(who.owner, { localPart: 'again' })).toMatchObject({ state: 'open' })
  })

  it('of a role holds no place among them', async () => {
    const who = await newCustomer({ inboxes: 1 })
    await routeRecipient(`abuse@${trialOf(who)}`)
    expect(await openInbox(who.owner, {})).toMatchObject({ state: 'open' })
    const { items } = await listInboxes(who.owner, {})
    expect(items.map(({ kind, address, alsoAt }) => [kind, address, alsoAt])).toEqual([
      ['dedicated', `agent@${trialOf(who)}`, []],
      ['role', `postmaster@${trialOf(who)}`, [`abuse@${trialOf(who)}`]],
    ])
    const role = items[1]!
    for (const refused of [
      () => closeInbox(who.owner, { id: role.id }),
      () => suspendInbox(who.owner, { id: role.id, reason: 'spam' }),
      () => moveInbox(who.owner, { id: role.id, localPart: 'mine' }),
    ])
      expect(await refusedWith(refused())).toBe('inbox_of_role')
  })
})

describe('a shared inbox', () => {
  const pooled = async () => {
    const who = await newCustomer({}, 'free')
    await customers.ask(`update "Workspace" set "poolsFreeTenants" = true where slug = $1`, [who.tenant.slug])
    return who
  }

  it('is what a free organisation gets where its workspace pools them, and one only', async () => {
    const who = await pooled()
    const share = `inbox+${who.tenant.slug}@${PLATFORM_DOMAIN}`
    await expect(openInbox(who.owner, { localPart: 'sales' })).rejects.toThrow(
      `its own is ${share}. Leave the local part out`,
    )
    expect(await openInbox(who.owner, {})).toMatchObject({ kind: 'shared', address: share })
    await expect(openInbox(who.owner, {})).rejects.toThrow(
      /has one inbox of a shared address.*Add a domain of your own/,
    )
    expect(await refusedWith(openInbox(who.owner, { domain: trialOf(who) }))).toBe('inbox_shared')
    const name = `own-${who.tenant.slug}.dev`
    await domainOf(who, name)
    expect(await openInbox(who.owner, { localPart: 'sales', domain: name })).toMatchObject({
      kind: 'dedicated',
    })
  })

  it('is told of before it is asked for; whoever has addresses of their own is told of none', async () => {
    const [who, other] = [await pooled(), await newCustomer()]
    const { sharedAddress } = await showTerms(who.member, {})
    expect(await openInbox(who.owner, {})).toMatchObject({ address: sharedAddress })
    expect(await showTerms(other.member, {})).toMatchObject({ sharedAddress: null })
  })

  it('takes its mail by the tag, at no other', async () => {
    const [who, other] = [await pooled(), await pooled()]
    const [mine, theirs] = [await openInbox(who.owner, {}), await openInbox(other.owner, {})]
    const to = async (tag: string) => routeRecipient(`Inbox${tag}@${PLATFORM_DOMAIN}`)
    expect(await to(`+${who.tenant.slug.toUpperCase()}`)).toMatchObject({
      deliveries: [{ inboxId: mine.id, kind: 'shared' }],
    })
    expect(await to(`+${other.tenant.slug}`)).toMatchObject({ deliveries: [{ inboxId: theirs.id }] })
    for (const tag of ['', '+', '+nobody', `+${who.tenant.slug}+x`])
      expect(await to(tag)).toMatchObject({ to: 'nobody', reason: 'unknown_tag' })
  })

  it('gets an address of its own after an upgrade, and its tag goes on arriving', async () => {
    const who = await pooled()
    const { id, address } = await openInbox(who.owner, {})
    expect(await refusedWith(moveInbox(who.owner, { id, localPart: 'desk' }))).toBe('inbox_shared')
    await customers.ask(`update "Tenant" set plan = 'pro' where id = $1`, [who.tenant.id])
    expect(await moveInbox(who.owner, { id, localPart: 'desk' })).toMatchObject({
      ...{ kind: 'dedicated', address: `desk@${trialOf(who)}`, alsoAt: [address] },
    })
    for (const at of [address, `desk@${trialOf(who)}`])
      expect(await routeRecipient(at)).toMatchObject({ deliveries: [{ inboxId: id, kind: 'dedicated' }] })
    await customers.ask(`update "Tenant" set plan = 'free' where id = $1`, [who.tenant.id])
    await expect(openInbox(who.owner, {})).rejects.toThrow(
      `${address} arrives at your inbox desk@${trialOf(who)}. Add a domain of your own`,
    )
  })
})

describe('moving', () => {
  it('keeps the inbox and its grants; the address before goes on delivering, and can be taken back', async () => {
    const who = await newCustomer()
    const name = `moved-${who.tenant.slug}.dev`
    await domainOf(who, name)
    const { id, grantId, address } = await openInbox(who.owner, {})
    const moved = await moveInbox(who.owner, { id, localPart: 'desk', domain: name })
    expect(moved).toMatchObject({ id, address: `desk@${name}`, alsoAt: [address] })
    for (const at of [address, moved.address])
      expect(await routeRecipient(at)).toMatchObject({ deliveries: [{ inboxId: id }] })
    expect(moved.name, 'nobody named it: it goes by its address').toBe(moved.address)
    await expect(openInbox(who.owner, {})).rejects.toThrow(`an earlier address of your inbox desk@${name}`)
    expect(await moveInbox(who.owner, { id, localPart: 'agent', domain: trialOf(who) })).toMatchObject({
      ...{ address, alsoAt: [`desk@${name}`] },
    })
    const rows = await customers.ask(`select id from "Grant" where "inboxId" = $1 and "revokedAt" is null`, [
      id,
    ])
    expect(rows).toEqual([{ id: grantId }])
  })

  it('ends with the domain of the address before, and takes no address of another inbox', async () => {
    const who = await newCustomer()
    const name = `gone-${who.tenant.slug}.dev`
    const domain = await domainOf(who, name)
    const { id } = await openInbox(who.owner, { localPart: 'desk', domain: name })
    await openInbox(who.owner, { localPart: 'other' })
    expect(await refusedWith(moveInbox(who.owner, { id, localPart: 'other', domain: trialOf(who) }))).toBe(
      'inbox_exists',
    )
    await moveInbox(who.owner, { id, localPart: 'desk', domain: trialOf(who) })
    expect(await routeRecipient(`desk@${name}`)).toMatchObject({ deliveries: [{ inboxId: id }] })
    await deleteDomain(who.owner, { id: domain })
    expect(await routeRecipient(`desk@${name}`)).toEqual({ to: 'elsewhere' })
  })

  it('leaves an inbox readable when its domain is deleted, and says so', async () => {
    const who = await newCustomer()
    const name = `left-${who.tenant.slug}.dev`
    const domain = await domainOf(who, name)
    const { id } = await openInbox(who.owner, { localPart: 'desk', domain: name })
    await deleteDomain(who.owner, { id: domain })
    expect(await showInbox(who.owner, { id })).toMatchObject({ state: 'open', receiving: 'no_domain' })
    expect((await showInbox(who.owner, { id })).notice).toContain(`${name} is no longer one of your domains`)
  })
})

it('suspending one touches no other, and resuming lets mail in again', async () => {
  const who = await newCustomer()
  const [one, two] = [
    await openInbox(who.owner, { localPart: 'one' }),
    await openInbox(who.owner, { localPart: 'two' }),
  ]
  const suspended = await suspendInbox(who.owner, { id: one.id, reason: 'It was written to by robots.' })
  expect(suspended).toMatchObject({ state: 'suspended', suspendedFor: 'It was written to by robots.' })
  const standing = async () =>
    Promise.all(
      [one, two].map(async ({ address }) => {
        const route = await routeRecipient(address)
        return route.to === 'inboxes' && route.deliveries[0]!.isSuspended
      }),
    )
  expect(await standing()).toEqual([true, false])
  expect((await listInboxes(who.owner, { state: 'suspended' })).items.map(({ id }) => id)).toEqual([one.id])
  expect(await resumeInbox(who.owner, { id: one.id })).toMatchObject({ state: 'open', suspendedFor: null })
  expect(await standing()).toEqual([false, false])
})

it('a closed inbox takes no mail and can be read; its address is free for another', async () => {
  const who = await newCustomer()
  const first = await openInbox(who.owner, { localPart: 'desk' })
  expect(await closeInbox(who.owner, { id: first.id })).toMatchObject({
    state: 'closed',
    receiving: 'off',
    alsoAt: [],
  })
  expect(await routeRecipient(first.address)).toMatchObject({ to: 'nobody', reason: 'unknown_recipient' })
  const second = await openInbox(who.owner, { localPart: 'desk' })
  expect(second.id).not.toBe(first.id)
  expect(await routeRecipient(first.address)).toMatchObject({ deliveries: [{ inboxId: second.id }] })
  expect(await showInbox(who.owner, { id: first.id })).toMatchObject({
    address: first.address,
    state: 'closed',
  })
  for (const refused of [
    () => renameInbox(who.owner, { id: first.id, name: 'New' }),
    () => resumeInbox(who.owner, { id: first.id }),
    () => moveInbox(who.owner, { id: first.id, localPart: 'two' }),
    () => setProtocolAccess(who.owner, { id: first.id, on: true }),
  ])
    expect(await refusedWith(refused())).toBe('inbox_closed')
})

describe('protocol access', () => {
  it('is switched by owners, and by staff only where the workspace says so; each time on the record', async () => {
    const who = await newCustomer()
    const { id } = await openInbox(who.owner, {})
    expect(await setProtocolAccess(who.owner, { id, on: true })).toMatchObject({ protocolAccess: true })
    expect(await refusedWith(setProtocolAccess(who.member, { id, on: true }))).toBe('forbidden')
    const staff = visitorOf(who)
    expect(await showTerms(staff, {})).toMatchObject({ staffSwitchesProtocols: false })
    expect(await refusedWith(setProtocolAccess(staff, { id, on: false }))).toBe('protocols_held')
    await customers.ask(`update "Workspace" set "supportSwitchesProtocols" = true where slug = $1`, [
      who.tenant.slug,
    ])
    expect(await showTerms(staff, {})).toMatchObject({ staffSwitchesProtocols: true })
    expect(await setProtocolAccess(staff, { id, on: false })).toMatchObject({ protocolAccess: false })
    await suspendInbox(who.owner, { id, reason: 'a pause' })
    expect(await refusedWith(setProtocolAccess(who.owner, { id, on: true }))).toBe('inbox_suspended')
    const acts = await customers.ask<{ actorKind: string }>(
      `select "actorKind" from "AuditEvent" where "tenantId" = $1 and action = 'inbox.protocols_switched' order by id`,
      [who.tenant.id],
    )
    expect(acts.map((act) => act.actorKind)).toEqual(['owner', 'support'])
  })
})

describe('the list', () => {
  it('is searched by address and name, in pages, with counts out of one statement', async () => {
    const who = await newCustomer()
    for (const localPart of ['sales', 'help', 'ops'])
      await openInbox(who.owner, { localPart, name: `The ${localPart} desk` })
    const first = await listInboxes(who.owner, { limit: 2 })
    const rest = await listInboxes(who.owner, { limit: 2, cursor: first.nextCursor! })
    expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual([
      ...['The ops desk', 'The help desk', 'The sales desk'],
    ])
    expect(rest.nextCursor).toBeNull()
    for (const search of ['HELP@', 'The help', 'help_'])
      expect((await listInboxes(who.owner, { search })).items).toHaveLength(search === 'help_' ? 0 : 1)
    expect((await listInboxes(product.b.owner, { search: 'The help' })).items).toEqual([])
  })

  it('can be of those with unread mail alone; what is unread in spam is none', async () => {
    const who = await newCustomer()
    const [read, spam, inbox] = await Promise.all(
      ['read', 'spam', 'inbox'].map((localPart) => openInbox(who.owner, { localPart })),
    )
    const counted = [
      [read!, 'inbox', 0],
      [spam!, 'spam', 3],
      [inbox!, 'inbox', 1],
    ] as const
    for (const [{ id }, folder, unread] of counted)
      await customers.ask(
        `insert into "InboxCount" ("tenantId", "inboxId", folder, total, unread) values ($1, $2, $3::"MessageFolder", 9, $4)
         on conflict ("tenantId", "inboxId", folder) do update set unread = excluded.unread`,
        [who.tenant.id, id, folder, unread],
      )
    const { items } = await listInboxes(who.owner, { unread: true })
    expect(items.map(({ address }) => address)).toEqual([inbox!.address])
    expect((await listInboxes(who.owner, {})).items).toHaveLength(3)
  })

  it('is on the record when staff looks', async () => {
    const who = await newCustomer()
    const { id } = await openInbox(who.owner, {})
    const staff = visitorOf(who)
    await listInboxes(staff, {})
    await showInbox(staff, { id })
    const looks = await asTenant(who.owner, (tx) =>
      tx.auditEvent.findMany({ where: { actorKind: 'support' } }),
    )
    expect(looks.map(({ action }) => action).toSorted()).toEqual(['inbox.read', 'inboxes.read'])
  })
})

it('a suspended organisation opens none, and its inboxes refuse mail; a neighbour’s go on', async () => {
  const who = await newTenant(product, 'paused-box')
  const { address } = await openInbox(who.owner, {})
  await customers.ask(`update "Tenant" set "suspendedAt" = now(), "suspendedFor" = 'unpaid' where id = $1`, [
    who.tenant.id,
  ])
  expect(await refusedWith(openInbox(who.owner, { localPart: 'two' }))).toBe('tenant_suspended')
  expect(await routeRecipient(address)).toMatchObject({
    deliveries: [{ isTenantSuspended: true, isSuspended: false }],
  })
  const other = await openInbox(product.b.owner, { localPart: 'still-here' })
  expect(await routeRecipient(other.address)).toMatchObject({ deliveries: [{ isTenantSuspended: false }] })
})

it('however many acts of one organisation wait for each other, its neighbours have room', async () => {
  const who = await newCustomer({ inboxes: 50 })
  const end = Promise.withResolvers<void>()
  const holding = asTenant(who.owner, async (tx) => {
    await holdInboxes(tx, who.tenant.id)
    await end.promise
  })
  const burst = Promise.all(
    Array.from({ length: 30 }, (_, i) => openInbox(who.owner, { localPart: `box-${i}` })),
  )
  const waiting = () =>
    customers.ask(`select 1 from pg_locks join pg_database d on d.oid = database
                    where datname = current_database() and locktype = 'advisory' and not granted`)
  try {
    await until(waiting, (found) => found.length > 3)
    expect(
      await Promise.race([listInboxes(product.b.owner, {}), setTimeout(5_000, 'no room')]),
    ).toMatchObject({ items: expect.any(Array) })
  } finally {
    end.resolve()
  }
  await holding
  expect(new Set((await burst).map(({ address }) => address)).size).toBe(30)
})
