import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inviteMember } from '@/lib/accounts/invites/invite-member'
import { acceptInvite } from '@/lib/accounts/invites/platform'
import { addDomain } from '@/lib/domains/add-domain'
import { becoming } from '@/lib/faces/become'
import { ask, keyOf } from '@/lib/faces/rest/testing/asking'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { DAY } from '@/lib/kernel/clock'
import { AppError, type ErrorCode } from '@/lib/kernel/errors'
import { addWithKeys, openSharedPath } from '@/lib/local/testing/drive'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import type { RefusalReason } from '@/lib/messages/decide/types'
import { moveMessages } from '@/lib/messages/file/move-messages'
import { receiveMessage } from '@/lib/messages/receive/receive-message'
import { retain } from '@/lib/messages/retention/run/platform'
import { incoming, rawMail } from '@/lib/messages/testing/mail'
import { sendTestMessage } from '@/lib/sending/send-test-message'
import { moveTenant } from '@/lib/tenants/moves/move-tenant'
import { createWorkspace } from '@/lib/workspaces/create-workspace'
import { setPolicy } from '@/lib/workspaces/policy/set-policy'
import { isMetered, limitFields, limitNames, type LimitName } from './fields'
import { showUsage } from './show-usage'
import { newestToken } from './testing/newest-token'
import { standAt } from './testing/stand-at'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
  await standAt(product.database)
  await openSharedPath(product)
})
afterAll(() => product.stop())

const sql = <R extends object>(text: string, values: unknown[]) => product.database.ask<R>(text, values)

let made = 0
const heard = (act: Promise<unknown>): Promise<'done' | ErrorCode> =>
  act.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof AppError) return error.code
      throw error
    },
  )

/** Makes an act that a customer can do again and again. */
type Acting = (who: Customer) => Promise<() => Promise<'done' | ErrorCode>>

/** What one act takes of storage, and a little more. */
const STEP = 2_000

const sending: Acting = async (who) => {
  const { id: domainId } = await addWithKeys(who, `sends.${who.tenant.slug}.dev`)
  return () => heard(sendTestMessage(who.owner, { domainId, idempotencyKey: `click number ${++made}` }))
}

/** Mail of this size that comes in, again and again. */
async function mailTo(who: Customer, bytes: number) {
  const { address } = await openInbox(who.owner, { localPart: `mail${++made}` })
  const raw = rawMail(
    {},
    'x'
      .repeat(77)
      .concat('\r\n')
      .repeat(bytes)
      .slice(0, bytes - 300),
  )
  const receive = async (): Promise<'done' | RefusalReason> => {
    const [received] = await receiveMessage(incoming(raw, [address]))
    return received!.outcome === 'refused' ? received!.refusal!.reason : 'done'
  }
  /** Mail that the mail network had accepted, and that is held without room. */
  const held = async (): Promise<string> => {
    const [received] = await receiveMessage(incoming(raw, [address], { by: 'ses' }))
    const id = received!.id!
    await sql(`update "Message" set folder = 'quarantine' where id = $1`, [id])
    await sql(
      `update "RawMessage" set counted = false where id = (select "rawId" from "Message" where id = $1)`,
      [id],
    )
    return id
  }
  return { receive, held, size: raw.length }
}

/** Every act that uses something up: a field or an act without its line here fails the test below. */
const acts: Record<string, Acting> = {
  'inboxes: inboxes.open': async (who) => () => heard(openInbox(who.owner, { localPart: `box${++made}` })),
  'storageBytes: receiving mail': async (who) => {
    const { receive } = await mailTo(who, STEP)
    return async () => {
      const answer = await receive()
      return answer === 'storage_full' ? 'limit_reached' : (answer as 'done')
    }
  },
  'storageBytes: messages.move': async (who) => {
    const { held } = await mailTo(who, STEP)
    return async () => heard(moveMessages(who.owner, { ids: [await held()], folder: 'inbox' }))
  },
  'recipientsPerDay: sending.test': sending,
  'recipientsPerHour: sending.test': sending,
  'domains: domains.add': async (who) => () =>
    heard(addDomain(who.owner, { name: `d${++made}.${who.tenant.slug}.dev` })),
  'members: members.invite': async (who) => () =>
    heard(inviteMember(who.owner, { email: `guest${++made}@people.dev` })),
  'members: invites.accept': async (who) => {
    const invited = Array.from({ length: 4 }, () => `guest${++made}@people.dev`)
    for (const email of invited) await inviteMember(who.owner, { email })
    // Whoever was refused comes again: the invitation stays open.
    return async () => {
      const token = await newestToken(product, invited[0]!)
      const opening = { kind: 'web' as const, label: 'Firefox', address: null }
      const answer = await heard(
        acceptInvite({ token, name: 'New', signedIn: null, opening, become: becoming({ door: 'web' }) }),
      )
      if (answer === 'done') invited.shift()
      return answer
    }
  },
  [`requestsPerMinute: ${limitFields.requestsPerMinute.acts[0]}`]: async (who) => {
    const key = await keyOf(who)
    return async () => {
      const { status, body } = await ask('GET /usage', key)
      return status === 200 ? 'done' : body.error!.code
    }
  },
}

const refusals = {
  always: 'limit_reached',
  day: 'quota_spent',
  hour: 'quota_spent',
  rate: 'too_many_requests',
} as const

/** The edits of an admin, through the operation. */
async function policyOf({ tenant }: Customer) {
  const workspace = `of-${tenant.slug}`
  let { policy } = await createWorkspace(product.admin, {
    slug: workspace,
    name: workspace,
    environment: 'production',
  })
  await moveTenant(product.admin, { tenant: tenant.slug, workspace })
  return async (name: LimitName, value: number | null) => {
    policy = await setPolicy(product.admin, { workspace, version: policy.version, policy: { [name]: value } })
  }
}

/** Acts of fields that nothing is used up of, each tried below as it holds. */
const holds = [
  'messageBytes: receiving mail',
  'inboxRetentionDays: nightly retention',
  'spamRetentionDays: nightly retention',
  'trashRetentionDays: nightly retention',
]

it('every act that the table names is tried here, for every field', () =>
  expect([...Object.keys(acts), ...holds].toSorted()).toEqual(
    limitNames.flatMap((name) => limitFields[name].acts.map((act) => `${name}: ${act}`)).toSorted(),
  ))

describe('the very next act obeys', () => {
  it.each(Object.keys(acts))('%s', async (line) => {
    const name = line.split(':')[0] as LimitName
    if (!isMetered(name)) throw new Error(`${name} has no meter`)
    const { window, least, unit } = limitFields[name]
    const who = await product.newCustomer(`obeys-${++made}`)
    const act = await acts[line]!(who)
    const edit = await policyOf(who)
    const used = async () => (await showUsage(who.owner, {})).meters.find((m) => m.name === name)!.used

    expect(await act(), 'before any edit').toBe('done')
    await edit(name, Math.max(least, window === 'rate' ? 1 : await used()))
    // A rate is counted anew from an edit: one a minute is one more.
    if (window === 'rate') expect(await act(), 'tightened to one').toBe('done')
    expect(await act(), 'tightened').toBe(refusals[window])
    await edit(name, (window === 'rate' ? 1 : await used()) + (unit === 'bytes' ? STEP : 1))
    expect(await act(), 'loosened').toBe('done')
    await edit(name, null)
    expect(await act(), 'given back to the plan').toBe('done')
  })
})

it('who is invited where no place is left reads whose move it is, and nothing is spent', async () => {
  const who = await product.newCustomer(`obeys-${++made}`)
  const edit = await policyOf(who)
  const email = `guest${++made}@people.dev`
  await inviteMember(who.owner, { email })
  await edit('members', 2)
  const token = await newestToken(product, email)
  const opening = { kind: 'web' as const, label: 'Firefox', address: null }
  const accept = () =>
    acceptInvite({ token, name: 'New', signedIn: null, opening, become: becoming({ door: 'web' }) })
  const { name } = who.tenant
  await expect(accept()).rejects.toMatchObject({
    code: 'limit_reached',
    message: `${name} has no place left for another member. An owner of ${name} has to make room. Your invitation stays open.`,
  })
  await edit('members', 3)
  expect((await accept()).user.email).toBe(email)
})

describe('of many that come at once exactly as many are let in as there is room for', () => {
  it('inboxes', async () => {
    const who = await product.newCustomer(`obeys-${++made}`)
    await (
      await policyOf(who)
    )('inboxes', 7)
    const open = acts['inboxes: inboxes.open']!
    const act = await open(who)
    const answers = await Promise.all(Array.from({ length: 20 }, act))
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(7)
    expect(new Set(answers)).toEqual(new Set(['done', 'limit_reached']))
  })

  it('bytes of mail', async () => {
    const who = await product.newCustomer(`obeys-${++made}`)
    const { receive, size } = await mailTo(who, STEP)
    await (
      await policyOf(who)
    )('storageBytes', size * 5 + size - 1)
    const answers = await Promise.all(Array.from({ length: 20 }, () => receive()))
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(5)
    expect(new Set(answers)).toEqual(new Set(['done', 'storage_full']))
    const { meters } = await showUsage(who.owner, {})
    expect(meters.find(({ name }) => name === 'storageBytes')!.used).toBe(size * 5)
  })
})

describe('what holds for each message', () => {
  it('its size: the very next one', async () => {
    const who = await product.newCustomer(`obeys-${++made}`)
    const edit = await policyOf(who)
    const { receive, size } = await mailTo(who, 20_000)
    expect(await receive()).toBe('done')
    await edit('messageBytes', size - 1)
    expect(await receive()).toBe('too_large')
    await edit('messageBytes', size)
    expect(await receive()).toBe('done')
    await edit('messageBytes', null)
    expect(await receive()).toBe('done')
  })

  it.each([
    ['inboxRetentionDays', 'inbox', ['receivedAt', 'filedAt']],
    ['spamRetentionDays', 'spam', ['filedAt']],
    ['spamRetentionDays', 'quarantine', ['filedAt']],
    ['trashRetentionDays', 'trash', ['filedAt']],
    // Nothing is kept longer in spam or in trash than in an inbox.
    ['inboxRetentionDays', 'spam', ['filedAt']],
    ['inboxRetentionDays', 'trash', ['filedAt']],
  ] as const)('%s of what lies in %s, counted from %s: the very next night', async (name, folder, since) => {
    const who = await product.newCustomer(`obeys-${++made}`)
    const edit = await policyOf(who)
    const { receive, size } = await mailTo(who, STEP)
    const left = async () => {
      await retain(product.platform.worker, () => Promise.resolve())
      const { meters } = await showUsage(who.owner, {})
      return meters.find(({ name }) => name === 'storageBytes')!.used / size
    }
    expect(await receive()).toBe('done')
    const aged = since.map((column) => `"${column}" = $3`).join()
    await sql(`update "Message" set folder = $2::"MessageFolder", ${aged} where "tenantId" = $1`, [
      who.tenant.id,
      folder,
      new Date(Date.now() - 5 * DAY),
    ])
    expect(await left(), 'under the plan').toBe(1)
    await edit(name, 6)
    expect(await left(), 'younger than that').toBe(1)
    await edit(name, 3)
    expect(await left(), 'older than that').toBe(0)
  })
})
