import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchEvents } from '@/lib/audit/oversight/search-events'
import { showEvent } from '@/lib/audit/show-event'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { asTenant } from '@/lib/kernel/db/tenant'
import { asPlatform } from '@/lib/kernel/platform'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { mailPolicyOf } from '@/lib/messages/mail-policy'
import { receiveMessage } from '@/lib/messages/receive/receive-message'
import { incoming, rawMail } from '@/lib/messages/testing/mail'
import { withClient } from '@/prisma/sql'
import { createWorkspace } from '../../create-workspace'
import { showWorkspace } from '../../show-workspace'
import { policyHistory } from '../policy-history'
import { previewPolicy } from '../preview-policy'
import { restorePolicy } from '../restore-policy'
import { setPolicy } from '../set-policy'
import { defaultMail } from './mail-of'

let product: TestProduct
let made = 0
const sql = (text: string, values: unknown[] = []) =>
  withClient(product.database.superUrl, (c) => c.query(text, values))

/** A workspace of its own, with tenants of these plans. */
async function room(...plans: string[]) {
  const workspace = `room-${++made}`
  await createWorkspace(product.admin, { slug: workspace, name: workspace, environment: 'production' })
  const tenants: Customer[] = []
  for (const plan of plans) {
    const who = await product.newCustomer(`${workspace}-${plan}`)
    await sql(
      `update "Tenant" set plan = $2::"Plan", "workspaceId" = (select id from "Workspace" where slug = $3) where id = $1`,
      [who.tenant.id, plan, workspace],
    )
    tenants.push(who)
  }
  const policy = async () => (await showWorkspace(product.admin, { workspace })).policy
  return {
    ...{ workspace, tenants, policy },
    set: async (mail: Mail, version?: number) =>
      setPolicy(product.admin, { workspace, version: version ?? (await policy()).version, mail }),
    preview: (mail: Mail) => previewPolicy(product.admin, { workspace, mail }),
    history: async () => policyHistory(product.admin, { workspace }),
  }
}
type Mail = NonNullable<Parameters<typeof setPolicy>[1]['mail']>

const rule = {
  ...{ name: 'Invoices', priority: 1, match: 'all' as const, action: { file: 'Money' } },
  conditions: [{ field: 'subject' as const, test: 'contains' as const, value: 'invoice' }],
}

beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

describe('an edit of what a policy says of mail', () => {
  it('begins with the defaults of the columns, and leaves alone what it does not name', async () => {
    const { set, policy } = await room()
    expect((await policy()).mail).toEqual(defaultMail)
    const saved = await set({ blockedSenders: ['*.Bad.DEV', '@worse.dev'], rules: [rule] })
    expect(saved).toMatchObject({ version: 2, changedBy: 'Ines Keller' })
    expect(saved.mail).toMatchObject({
      ...{ spamSensitivity: 'medium', blockedTypes: defaultMail.blockedTypes },
      ...{ blockedSenders: ['*.bad.dev', 'worse.dev'], rules: [rule] },
    })
    const then = await set({ spamSensitivity: 'high', supportSwitchesProtocols: true })
    expect(then.mail).toEqual({ ...saved.mail, spamSensitivity: 'high', supportSwitchesProtocols: true })
    expect((await policy()).mail).toEqual(then.mail)
    expect((await policy()).fields.every(({ value }) => value === null)).toBe(true)
  })

  it('holds for the very next message, and so does its end', async () => {
    const { set, tenants } = await room('pro')
    const { address } = await openInbox(tenants[0]!.owner, { localPart: 'desk' })
    const receive = async () =>
      (await receiveMessage(incoming(rawMail({ Subject: 'Your invoice' }), [address])))[0]!
    expect((await receive()).outcome).toBe('stored')
    await set({ blockedSenders: ['sender.example'] })
    expect(await receive()).toMatchObject({ outcome: 'refused', refusal: { reason: 'blocked_sender' } })
    await set({ blockedSenders: [], rules: [{ ...rule, action: { block: true } }] })
    expect(await receive()).toMatchObject({ outcome: 'refused', refusal: { reason: 'blocked_by_rule' } })
    await set({ rules: [] })
    expect((await receive()).outcome).toBe('stored')
  })

  it('shares its version with the numbers: of two at once one is refused, and nothing of it is kept', async () => {
    const { set, workspace, policy } = await room()
    const both = await Promise.allSettled([
      set({ blockedSenders: ['bad.dev'] }, 1),
      setPolicy(product.admin, { workspace, version: 1, policy: { domains: 4 } }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'policy_conflict' },
    })
    const { version, mail, fields } = await policy()
    expect(version).toBe(2)
    expect(mail.blockedSenders.length + fields.filter(({ value }) => value !== null).length).toBe(1)
  })

  it.each([
    ['a name', { ...rule, name: 'x\ud800' }],
    ['a value', { ...rule, conditions: [{ ...rule.conditions[0]!, value: 'in\udfffvoice' }] }],
    ['a folder', { ...rule, action: { file: '\udfff\ud800' } }],
  ])('with half a character in %s is refused; a whole one is kept', async (_, half) => {
    const { set, policy } = await room()
    expect(await refusedWith(set({ rules: [half] }))).toBe('invalid_input')
    await set({ rules: [{ ...rule, name: 'x😀' }] })
    expect((await policy()).mail.rules).toMatchObject([{ name: 'x😀' }])
  })

  it('that changes nothing makes no version', async () => {
    const { set } = await room()
    await set({ blockedSenders: ['a.dev', 'b.dev'] })
    const again = { blockedSenders: ['B.dev', 'a.dev'], spamSensitivity: 'medium' } satisfies Mail
    expect((await set(again)).version).toBe(2)
  })

  it('is refused for who is allowed and blocked at once, also where the other list was there before', async () => {
    const { set, preview, policy } = await room()
    await set({ allowedSenders: ['ann@acme.com'] })
    const refusal = {
      code: 'invalid_input',
      fields: {
        'mail.blockedSenders': expect.stringContaining('ann@acme.com is allowed and blocked') as string,
      },
    }
    await expect(set({ blockedSenders: ['Ann@ACME.com'] })).rejects.toMatchObject(refusal)
    await expect(preview({ blockedSenders: ['ann@acme.com'] })).rejects.toMatchObject(refusal)
    await set({ allowedSenders: [], blockedSenders: ['ann@acme.com'] })
    expect((await policy()).version).toBe(3)
  })

  it('is refused at the field that is wrong', async () => {
    const { set } = await room()
    await expect(set({ rules: [{ ...rule, conditions: [] }] })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: { 'mail.rules.0.conditions': 'At least 1.' },
    })
    expect(await refusedWith(set({ colour: 'red' } as Mail))).toBe('invalid_input')
  })

  it('stands in the platform’s trail with what was so before and after', async () => {
    const { set, workspace } = await room()
    await set({ blockedTypes: ['exe'], poolsFreeTenants: true })
    const { items } = await searchEvents(product.admin, { action: 'workspace.policy_set' })
    const { id } = items.find(({ text }) => text.includes(workspace))!
    expect(await showEvent(product.platform.owner, { id })).toMatchObject({
      before: { blockedTypes: defaultMail.blockedTypes, poolsFreeTenants: false },
      after: { blockedTypes: ['exe'], poolsFreeTenants: true },
    })
  })
})

describe('the history', () => {
  it('says in words what was different, and puts all of it back', async () => {
    const { set, workspace, history, policy } = await room()
    await set({ spamSensitivity: 'low', rules: [rule] })
    await set({ rules: [], blockedSenders: ['bad.dev'] })
    const { items, first } = await history()
    const said = (changes: { label: string; says: string }[]) =>
      changes.map(({ label, says }) => `${label}: ${says}`)
    expect(items.map(({ mail }) => said(mail))).toEqual([
      ['Blocked senders: bad.dev added', 'Rules: “Invoices” taken out'],
      ['Spam sensitivity: medium becomes low', 'Rules: “Invoices” added'],
    ])
    expect(said(items[1]!.mailBack)).toEqual([
      'Blocked senders: bad.dev taken out',
      'Rules: “Invoices” added',
    ])
    expect(said(first!.mailBack)).toEqual([
      'Spam sensitivity: low becomes medium',
      'Blocked senders: bad.dev taken out',
    ])
    const back = await restorePolicy(product.admin, { workspace, version: 3, to: 2 })
    expect(back.mail).toMatchObject({ spamSensitivity: 'low', blockedSenders: [], rules: [rule] })
    await restorePolicy(product.admin, { workspace, version: 4, to: 1 })
    expect((await policy()).mail).toEqual(defaultMail)
  })

  it('of a version before mail was part of it puts the defaults back', async () => {
    const { set, workspace, policy } = await room()
    await setPolicy(product.admin, { workspace, version: 1, policy: { domains: 4 } })
    await sql(
      `update "PolicyRevision" set after = '{"domains": 4}', before = '{}'
        where "workspaceId" = (select id from "Workspace" where slug = $1)`,
      [workspace],
    )
    await set({ spamSensitivity: 'off' })
    await restorePolicy(product.admin, { workspace, version: 3, to: 2 })
    expect((await policy()).mail).toEqual(defaultMail)
  })
})

it('the preview says what is different and counts whom it touches: free tenants alone where they alone are meant', async () => {
  const { preview } = await room('free', 'pro', 'enterprise')
  expect(await preview({})).toMatchObject({ tenants: 3, touched: 0, mail: [] })
  expect(await preview({ poolsFreeTenants: true })).toMatchObject({
    touched: 1,
    mail: [{ name: 'poolsFreeTenants', says: 'no becomes yes', touched: 1 }],
  })
  expect(await preview({ poolsFreeTenants: true, blockedTypes: [] })).toMatchObject({
    touched: 3,
    mail: [
      { name: 'blockedTypes', touched: 3 },
      { name: 'poolsFreeTenants', touched: 1 },
    ],
  })
})

describe('what is decided by', () => {
  it('is the workspace’s, with the limits that hold, in the tenant’s transaction and as the platform', async () => {
    const { set, workspace, tenants } = await room('free')
    await set({ spamSensitivity: 'high', allowedSenders: ['good.dev'], rules: [rule] })
    await setPolicy(product.admin, {
      workspace,
      version: 2,
      policy: { messageBytes: 1e6, inboxRetentionDays: 5 },
    })
    const { tenant, worker } = tenants[0]!
    const held = await asTenant(worker, (tx) => mailPolicyOf(tx, tenant.id))
    expect(held).toMatchObject({
      policy: { spamSensitivity: 'high', allowedSenders: ['good.dev'], blockedSenders: [], rules: [rule] },
      // What is spam, or in trash, is not kept longer than the rest.
      limits: {
        messageBytes: 1e6,
        storageBytes: 3e9,
        inboxRetentionDays: 5,
        spamRetentionDays: 5,
        trashRetentionDays: 5,
      },
    })
    expect(await asPlatform((tx) => mailPolicyOf(tx, tenant.id))).toEqual(held)
  })

  it('for the platform’s own organisation is what is so by default', async () => {
    const { set, workspace } = await room()
    await set({ spamSensitivity: 'off', blockedSenders: ['everybody.dev'] })
    const { id } = product.platform.tenant
    const { rows } = await sql(`select "workspaceId" from "Tenant" where id = $1`, [id])
    const home = (rows as { workspaceId: string }[])[0]!.workspaceId
    const put = (where: string) => sql(`update "Tenant" set "workspaceId" = ${where} where id = $1`, [id])
    await put(`(select id from "Workspace" where slug = '${workspace}')`)
    try {
      const { policy, limits } = await asPlatform((tx) => mailPolicyOf(tx, id))
      expect(policy).toMatchObject({ spamSensitivity: 'medium', blockedSenders: [], rules: [] })
      expect(policy.blockedTypes).toContain('exe')
      expect(limits.messageBytes).toBe(40e6)
    } finally {
      await put(`'${home}'`)
    }
  })

  it('of a neighbour is not found', async () => {
    const { tenants } = await room('free')
    const { tenant } = tenants[0]!
    expect(await refusedWith(asTenant(product.a.worker, (tx) => mailPolicyOf(tx, tenant.id)))).toBe(
      'not_found',
    )
  })
})
