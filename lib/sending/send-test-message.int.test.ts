import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deleteDomain } from '@/lib/domains/delete-domain'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import type { AppError } from '@/lib/kernel/errors'
import { addReady, addWithKeys, openSharedPath, recordOf, visit } from '@/lib/local/testing/drive'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { showUsage } from '@/lib/usage/show-usage'
import { standAt } from '@/lib/usage/testing/stand-at'
import { withClient } from '@/prisma/sql'
import { listSends } from './list-sends'
import { settleForgottenClaims } from './platform'
import { sendTestMessage } from './send-test-message'

let product: TestProduct
let who: Customer
let domainId: string
let customers = 0

beforeAll(async () => {
  product = await startTestProduct()
  await standAt(product.database)
})
// Each test has its own customer: test messages are counted by the hour.
beforeEach(async () => {
  who = await product.newCustomer(`sender-${++customers}`)
})
afterEach(() => product.world.panel.clearFaults())
afterAll(() => product.stop())

const send = (idempotencyKey: string) => sendTestMessage(who.owner, { domainId, idempotencyKey })
const left = async () =>
  (await product.world.panel.mail({ limit: 500 })).filter((m) => m.to.includes(who.owner.email))
const submissions = async () =>
  (await product.world.panel.ses()).calls.filter((c) => c.operation === 'SendEmail').length
const sends = async () => (await listSends(who.owner, { id: domainId })).items

describe('while no path is there', () => {
  it('nothing leaves and nothing is counted', async () => {
    domainId = (await addWithKeys(who, `s${customers}.ledger.dev`)).id
    expect((await visit(who, domainId)).sender.identity).toBe('blocked')
    expect(await refusedWith(send('too early'))).toBe('sender_blocked')
    expect(await sends()).toEqual([])
  })
})

describe('while the domain is not ready', () => {
  beforeAll(() => openSharedPath(product))
  beforeEach(async () => {
    domainId = (await addWithKeys(who, `s${customers}.ledger.dev`)).id
  })

  it('one click repeated twenty times at once sends once, and each hears the same', async () => {
    const heard = await Promise.all(Array.from({ length: 20 }, () => send('the same click')))
    expect(new Set(heard.map((s) => s.id)).size).toBe(1)
    expect(await left()).toHaveLength(1)
    expect(await sends()).toMatchObject([{ state: 'accepted', identity: 'shared' }])
    expect((await send('the same click')).state).toBe('accepted')
    expect(await left()).toHaveLength(1)
  })

  it('a person sends twenty within an hour and hears when the next may leave; a repeated click costs nothing', async () => {
    // The mail network itself takes fourteen a second: what it turns away was counted as well.
    const heard = (sent: Promise<unknown>) =>
      sent.then(
        () => 'taken',
        (e: AppError) => (e.code === 'unavailable' ? 'taken' : e),
      )
    for (let n = 1; n <= 20; n++) expect(await heard(send(`click number ${n}`))).toBe('taken')
    expect(await heard(send('one more click'))).toMatchObject({
      code: 'too_many_requests',
      message: expect.stringMatching(
        /^You have sent 20 test messages within an hour\. The next one can leave in [23] minutes\.$/,
      ),
      retryAfter: expect.toSatisfy((s: number) => s > 60 && s <= 180),
    })
    expect(await heard(send('click number 20'))).toBe('taken')
    expect((await listSends(who.owner, { id: domainId, limit: 100 })).items).toHaveLength(20)
    // What was refused used nothing of the quota, and somebody else in there sends on.
    const { meters } = await showUsage(who.owner, {})
    expect(meters.find(({ name }) => name === 'recipientsPerHour')!.used).toBe(20)
    const another = sendTestMessage(who.member, { domainId, idempotencyKey: 'a click of another' })
    expect(await heard(another)).toBe('taken')
  })

  it("a neighbour's click of the same name is another one", async () => {
    await send('one name')
    const other = await product.newCustomer(`sender-${++customers}-other`)
    const { id } = await addWithKeys(other, `s${customers}.ledger.dev`)
    expect(await sendTestMessage(other.owner, { domainId: id, idempotencyKey: 'one name' })).toMatchObject({
      domainId: id,
    })
  })

  it.each(['after', 'before'] as const)(
    'an answer lost %s the work is told as unconfirmed, and nothing is submitted again',
    async (when) => {
      await product.world.panel.armFault({ operation: 'SendEmail', when, effect: 'drop' })
      const before = await submissions()
      expect(await refusedWith(send('lost answer'))).toBe('send_unconfirmed')
      expect(await send('lost answer')).toMatchObject({ state: 'unconfirmed' })
      expect(await submissions()).toBe(before + 1)
      expect(await left()).toHaveLength(when === 'after' ? 1 : 0)
      expect(await sends()).toMatchObject([{ state: 'unconfirmed' }])
    },
  )

  it.each([
    ['throttle', 'unavailable'],
    ['access_denied', 'send_refused'],
  ] as const)('%s: %s, the message is told as refused and did not leave', async (effect, code) => {
    await product.world.panel.armFault({ operation: 'SendEmail', when: 'before', effect })
    expect(await refusedWith(send('will be refused'))).toBe(code)
    expect(await sends()).toMatchObject([{ state: 'refused' }])
    expect(await left()).toEqual([])
    expect(await send('another click')).toMatchObject({ state: 'accepted' })
  })

  it('as many an hour as the policy says are taken, however they come', async () => {
    await withClient(product.database.superUrl, (c) =>
      c.query(`update "Workspace" set "recipientsPerHour" = 20 where slug = 'default'`),
    )
    const clicks = Array.from({ length: 25 }, (_, i) =>
      send(`click number ${i}`).then(
        (s) => s.state,
        (e: AppError) => e.code,
      ),
    )
    // The mail network itself takes fourteen a second: some of the twenty may be turned away there.
    expect((await Promise.all(clicks)).filter((c) => c === 'quota_spent')).toHaveLength(5)
    expect(await refusedWith(send('one more'))).toBe('quota_spent')
    expect((await listSends(who.owner, { id: domainId, limit: 100 })).items).toHaveLength(20)
  })

  it('a claim whose process died is told as unconfirmed after a while, not before', async () => {
    await send('will be forgotten')
    const forget = (age: string) =>
      withClient(product.database.superUrl, (c) =>
        c.query(
          `update "Send" set state = 'claimed', "createdAt" = now() - $1::interval where "tenantId" = $2`,
          [age, who.tenant.id],
        ),
      )
    await forget('10 seconds')
    await settleForgottenClaims(new Date(Date.now() - 60_000))
    expect(await sends()).toMatchObject([{ state: 'claimed' }])
    await forget('2 minutes')
    await settleForgottenClaims(new Date(Date.now() - 60_000))
    expect(await sends()).toMatchObject([{ state: 'unconfirmed' }])
  })
})

describe('from a ready domain', () => {
  it('with its signature lost it still leaves as itself; with both lost by the shared path at once', async () => {
    const domain = await addReady(product, who, `s${customers}.ledger.dev`)
    domainId = domain.id
    expect(await send('all in place')).toMatchObject({ identity: 'own' })
    await product.world.panel.removeRecordsAt(recordOf(domain, 'dkim1').host, 'CNAME')
    await visit(who, domainId)
    expect(await send('signature lost')).toMatchObject({
      identity: 'own_spf_only',
      state: 'accepted',
      from: `${who.tenant.name.includes('-') ? `"${who.tenant.name}"` : who.tenant.name} <agent@${domain.name}>`,
    })
    await product.world.panel.removeRecordsAt(recordOf(domain, 'spf').host, 'TXT')
    await visit(who, domainId)
    expect(await send('both lost')).toMatchObject({ identity: 'shared', state: 'accepted' })
  })

  it('what was sent is listed page by page, newest first, and ends with its domain', async () => {
    domainId = (await addReady(product, who, `s${customers}.ledger.dev`)).id
    for (const n of [1, 2, 3]) await send(`page click ${n}`)
    const first = await listSends(who.owner, { id: domainId, limit: 2 })
    const second = await listSends(who.owner, { id: domainId, limit: 2, cursor: first.nextCursor ?? '' })
    const all = [...first.items, ...second.items]
    expect(all).toHaveLength(3)
    expect(all.map((s) => s.createdAt)).toEqual(
      all
        .map((s) => s.createdAt)
        .toSorted()
        .toReversed(),
    )
    expect(second.nextCursor).toBeNull()
    await deleteDomain(who.owner, { id: domainId })
    await reconcileDomain(who.worker, { id: domainId })
    expect(await refusedWith(listSends(who.owner, { id: domainId }))).toBe('not_found')
  })
})
