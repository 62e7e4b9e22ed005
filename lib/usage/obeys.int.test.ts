import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inviteMember } from '@/lib/accounts/invites/invite-member'
import { acceptInvite } from '@/lib/accounts/invites/platform'
import { addDomain } from '@/lib/domains/add-domain'
import { becoming } from '@/lib/faces/become'
import { ask, keyOf } from '@/lib/faces/rest/testing/asking'
import { AppError, type ErrorCode } from '@/lib/kernel/errors'
import { addWithKeys, openSharedPath } from '@/lib/local/testing/drive'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { sendTestMessage } from '@/lib/sending/send-test-message'
import { moveTenant } from '@/lib/tenants/moves/move-tenant'
import { createWorkspace } from '@/lib/workspaces/create-workspace'
import { setPolicy } from '@/lib/workspaces/policy/set-policy'
import { limitFields, limitNames, type LimitName } from './fields'
import { showUsage } from './show-usage'
import { newestToken } from './testing/newest-token'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
  await openSharedPath(product)
})
afterAll(() => product.stop())

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

const sending: Acting = async (who) => {
  const { id: domainId } = await addWithKeys(who, `sends.${who.tenant.slug}.dev`)
  return () => heard(sendTestMessage(who.owner, { domainId, idempotencyKey: `click number ${++made}` }))
}

/** Every act that obeys a field: a field or an act without its line here fails the test below. */
const acts: Record<string, Acting> = {
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

it('every act that the table names is tried here, for every field', () =>
  expect(Object.keys(acts).toSorted()).toEqual(
    limitNames.flatMap((name) => limitFields[name].acts.map((act) => `${name}: ${act}`)).toSorted(),
  ))

describe('the very next act obeys', () => {
  it.each(Object.keys(acts))('%s', async (line) => {
    const name = line.split(':')[0] as LimitName
    const { window, least } = limitFields[name]
    const who = await product.newCustomer(`obeys-${++made}`)
    const act = await acts[line]!(who)
    const edit = await policyOf(who)
    const used = async () => (await showUsage(who.owner, {})).meters.find((m) => m.name === name)!.used

    expect(await act(), 'before any edit').toBe('done')
    await edit(name, Math.max(least, window === 'rate' ? 1 : await used()))
    // A rate is counted anew from an edit: one a minute is one more.
    if (window === 'rate') expect(await act(), 'tightened to one').toBe('done')
    expect(await act(), 'tightened').toBe(refusals[window])
    await edit(name, (window === 'rate' ? 1 : await used()) + 1)
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
