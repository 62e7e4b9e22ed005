import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SYSTEM_MAIL } from '@/lib/accounts/jobs'
import { tidyAccounts } from '@/lib/accounts/platform'
import { queueMail } from '@/lib/accounts/queue-mail'
import { after, HOUR } from '@/lib/kernel/clock'
import { asTenant } from '@/lib/kernel/db/tenant'
import { asPlatform } from '@/lib/kernel/platform'
import { openSharedPath } from '@/lib/local/testing/drive'
import { tablesWith } from '@/lib/local/testing/dump'
import { PLATFORM_DOMAIN, startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { work } from '@/lib/local/testing/work'
import { sendSystemMail } from './send-system-mail'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const sql = <R extends object>(text: string, values: unknown[] = []) => product.database.ask<R>(text, values)
const mails = () =>
  sql<{ id: string; state: string; body: Buffer | null; problem: string | null }>(
    'select id, state, body, problem from "SystemMail" order by "createdAt"',
  )
const mail = (subject: string, expiresAt = after(new Date(), HOUR)) => ({
  tenantId: product.a.tenant.id,
  kind: 'notice' as const,
  to: 'ada@mnexa.dev',
  subject,
  text: `The link of ${subject}.`,
  expiresAt,
})
const queue = (...what: Parameters<typeof mail>) =>
  asTenant(product.a.worker, (tx) => queueMail(tx, mail(...what)))
const left = async () => (await product.world.panel.mail()).map((m) => m.subject)
const worked = () => work(product.database, SYSTEM_MAIL)
const one = async () => (await mails())[0]!

beforeEach(async () => {
  await sql('delete from "SystemMail"')
  await sql('delete from pgboss.job where name = $1', [SYSTEM_MAIL.name])
  await product.world.panel.clearMail()
})

it('a rolled-back act leaves no mail and no job; one that stands leaves both, also as the platform role', async () => {
  const lost = asTenant(product.a.worker, async (tx) => {
    await queueMail(tx, mail('lost'))
    throw new Error('rolled back')
  })
  await expect(lost).rejects.toThrow('rolled back')
  expect(await mails()).toEqual([])
  await queue('kept')
  await asPlatform((tx) => queueMail(tx, mail('kept by the platform')))
  expect(await mails()).toHaveLength(2)
  expect(await sql('select 1 from pgboss.job where name = $1', [SYSTEM_MAIL.name])).toHaveLength(2)
})

it('what a mail says is nowhere in the database in clear', async () => {
  await queue('unreadable')
  expect(await tablesWith(product.database, 'unreadable')).toEqual([])
  expect((await one()).body).not.toBeNull()
})

it('while nothing can leave it waits, and after its time it is expired and wiped', async () => {
  await queue('waits')
  expect(await worked()).toMatchObject([{ code: 'unavailable' }])
  expect(await one()).toMatchObject({ state: 'waiting', body: expect.any(Buffer) })
  await sql(`update "SystemMail" set "expiresAt" = now() - interval '1 second'`)
  await sendSystemMail(product.a.worker, (await one()).id)
  expect(await one()).toMatchObject({ state: 'expired', body: null })
})

it('mail whose job was lost is expired and wiped as well', async () => {
  await queue('forgotten', new Date(Date.now() - 1_000))
  await tidyAccounts()
  expect(await one()).toMatchObject({ state: 'expired', body: null })
})

describe('once the shared path is open', () => {
  beforeAll(() => openSharedPath(product))

  it('it leaves once, from the platform, and its body is wiped', async () => {
    await queue('leaves once')
    const { id } = await one()
    await Promise.all(Array.from({ length: 5 }, () => sendSystemMail(product.a.worker, id)))
    await worked()
    expect(await left()).toEqual(['leaves once'])
    const [summary] = await product.world.panel.mail()
    expect(summary).toMatchObject({ from: `Letterhead <no-reply@${PLATFORM_DOMAIN}>`, to: ['ada@mnexa.dev'] })
    expect((await product.world.panel.message(summary!.id)).text).toContain('The link of leaves once.')
    expect(await one()).toMatchObject({ state: 'sent', body: null })
  })

  it("a neighbour's worker cannot send it, its own can", async () => {
    await queue('not theirs')
    const { id } = await one()
    await sendSystemMail(product.b.worker, id)
    expect(await left()).toEqual([])
    await sendSystemMail(product.a.worker, id)
    expect(await left()).toEqual(['not theirs'])
  })

  it('a notice of an organisation that was suspended meanwhile waits until that is over', async () => {
    const suspend = (at: string) =>
      sql(`update "Tenant" set "suspendedAt" = ${at} where id = $1`, [product.a.tenant.id])
    await queue('a notice')
    const { id } = await one()
    await asTenant(product.a.worker, (tx) => queueMail(tx, { ...mail('an invitation'), kind: 'invite' }))
    await suspend('now()')
    try {
      expect(await refusedWith(sendSystemMail(product.a.worker, id))).toBe('unavailable')
      expect(await one()).toMatchObject({ id, state: 'waiting', body: expect.any(Buffer) })
      await sendSystemMail(product.a.worker, (await mails())[1]!.id)
      expect(await left()).toEqual(['an invitation'])
    } finally {
      await suspend('null')
    }
    await sendSystemMail(product.a.worker, id)
    expect(await left()).toContain('a notice')
    expect(await one()).toMatchObject({ id, state: 'sent', body: null })
  })

  it('a busy mail network is asked again later, and it leaves then', async () => {
    await product.world.panel.armFault({ operation: 'SendEmail', when: 'before', effect: 'throttle' })
    await queue('later')
    const { id } = await one()
    expect(await refusedWith(sendSystemMail(product.a.worker, id))).toBe('unavailable')
    expect(await one()).toMatchObject({ state: 'waiting' })
    await sendSystemMail(product.a.worker, id)
    expect(await left()).toEqual(['later'])
  })

  it.each(['before', 'after'] as const)(
    'an answer lost %s the work is told as unconfirmed and never sent again',
    async (when) => {
      await product.world.panel.armFault({ operation: 'SendEmail', when, effect: 'drop' })
      await queue('perhaps')
      const { id } = await one()
      await sendSystemMail(product.a.worker, id)
      await sendSystemMail(product.a.worker, id)
      expect(await one()).toMatchObject({ state: 'unconfirmed', body: null })
      expect(await left()).toHaveLength(when === 'after' ? 1 : 0)
    },
  )

  it('a claim whose process died is told as unconfirmed after a minute, not before', async () => {
    await queue('orphan')
    await sql(`update "SystemMail" set state = 'claimed', "settledAt" = now() - interval '10 seconds'`)
    await tidyAccounts()
    expect(await one()).toMatchObject({ state: 'claimed' })
    await sql(`update "SystemMail" set "settledAt" = now() - interval '2 minutes'`)
    await tidyAccounts()
    expect(await one()).toMatchObject({ state: 'unconfirmed', body: null })
  })
})
