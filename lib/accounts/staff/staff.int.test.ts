import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptInvite } from '@/lib/accounts/invites/platform'
import { revokeInvite } from '@/lib/accounts/invites/revoke-invite'
import { ensurePerson, personByEmail } from '@/lib/accounts/platform'
import { mailBody } from '@/lib/accounts/queue-mail'
import { listActivity } from '@/lib/audit/list-activity'
import { becoming } from '@/lib/faces/become'
import { mint } from '@/lib/kernel/mint'
import { decrypt } from '@/lib/kernel/vault'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { withClient } from '@/prisma/sql'
import { inviteStaff } from './invite-staff'
import { listStaff } from './list-staff'
import { listStaffInvites } from './list-staff-invites'
import { removeStaff } from './remove-staff'
import { resendInviteOfStaff } from './resend-invite'
import { revokeInviteOfStaff } from './revoke-invite'
import { setStaffRole } from './set-staff-role'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const someone = () => `${randomUUID().slice(0, 8)}@letterhead.dev`
const join = async (role: 'support' | 'admin') => {
  const email = someone()
  const { id } = await ensurePerson({ email, name: 'Colleague', platformRole: role })
  return mint.staff(role, { userId: id, email, name: 'Colleague' })
}
const tokenTo = async (email: string) => {
  const { rows } = await withClient(product.database.superUrl, (c) =>
    c.query<{ id: string; tenantId: string; body: Buffer }>(
      `select * from "SystemMail" where recipient = $1 order by "createdAt" desc, id desc limit 1`,
      [email],
    ),
  )
  const [row] = rows
  const { text } = JSON.parse(await decrypt(row!.tenantId, mailBody(row!.id), row!.body)) as { text: string }
  return /token=([\w-]+)/.exec(text)![1]!
}
const accept = (token: string) =>
  acceptInvite({
    ...{ token, name: 'Colleague', signedIn: null },
    opening: { kind: 'web', label: 'Firefox', address: null },
    become: becoming({ door: 'web' }),
  })

describe('the staff', () => {
  it('is invited by an admin, and accepting gives the desk', async () => {
    const email = someone()
    const { id } = await inviteStaff(product.admin, { email, role: 'support' })
    const first = await tokenTo(email)
    expect(await resendInviteOfStaff(product.admin, { id })).toMatchObject({ id, role: 'support' })
    expect(await refusedWith(accept(first))).toBe('link_invalid')
    await accept(await tokenTo(email))
    expect(await personByEmail(email)).toMatchObject({ platformRole: 'support' })
    expect((await listStaff(product.admin, {})).items).toContainEqual(
      expect.objectContaining({ email, role: 'support' }),
    )
    expect(await refusedWith(inviteStaff(product.admin, { email, role: 'admin' }))).toBe('member_exists')
    const { items } = await listActivity(product.platform.owner, { limit: 4 })
    expect(items.map((e) => e.action)).toEqual([
      'staff.joined',
      'session.opened',
      'invite.resent',
      'staff.invited',
    ])
  })

  it('accepting never lowers an admin to support', async () => {
    const email = someone()
    await inviteStaff(product.admin, { email, role: 'support' })
    await ensurePerson({ email, name: 'Quick', platformRole: 'admin' })
    await accept(await tokenTo(email))
    expect(await personByEmail(email)).toMatchObject({ platformRole: 'admin' })
  })

  it('a revoked invitation opens no desk, and owners of the platform’s tenant cannot touch staff’s', async () => {
    const email = someone()
    const { id } = await inviteStaff(product.admin, { email, role: 'admin' })
    const token = await tokenTo(email)
    expect(await refusedWith(revokeInvite(product.platform.owner, { id }))).toBe('not_found')
    expect((await listStaffInvites(product.admin, {})).items.map((i) => i.id)).toContain(id)
    await revokeInviteOfStaff(product.admin, { id })
    expect((await listStaffInvites(product.admin, {})).items.map((i) => i.id)).not.toContain(id)
    expect(await refusedWith(accept(token))).toBe('link_invalid')
    expect(await personByEmail(email)).toBeNull()
  })

  it('who is no admin any more has no place in the platform’s own organisation, which is never left without an owner', async () => {
    const owners = () =>
      withClient(product.database.superUrl, async (c) => {
        const { rows } = await c.query<{ userId: string }>(
          `select "userId" from "Membership" where "tenantId" = $1 and role = 'owner'`,
          [product.platform.tenant.id],
        )
        return rows.map((row) => row.userId)
      })
    const [leaves, stays, lowered] = [await join('admin'), await join('admin'), await join('admin')]
    await withClient(product.database.superUrl, (c) =>
      c.query(`update "Membership" set "userId" = $2 where "tenantId" = $1 and role = 'owner'`, [
        product.platform.tenant.id,
        leaves.userId,
      ]),
    )
    await removeStaff(stays, { id: leaves.userId })
    expect(await owners()).toEqual([stays.userId])
    await setStaffRole(lowered, { id: stays.userId, role: 'support' })
    expect(await owners()).toEqual([lowered.userId])
  })

  it('support manages nobody', async () => {
    const { userId: id } = await join('support')
    const { support } = product
    expect(await refusedWith(listStaff(support, {}))).toBe('forbidden')
    expect(await refusedWith(inviteStaff(support, { email: someone(), role: 'support' }))).toBe('forbidden')
    expect(await refusedWith(setStaffRole(support, { id, role: 'admin' }))).toBe('forbidden')
    expect(await refusedWith(removeStaff(support, { id }))).toBe('forbidden')
    expect(await setStaffRole(product.admin, { id, role: 'admin' })).toMatchObject({ id, role: 'admin' })
    expect(await setStaffRole(product.admin, { id, role: 'support' })).toMatchObject({ role: 'support' })
    expect(await removeStaff(product.admin, { id })).toEqual({ id })
    expect(await refusedWith(removeStaff(product.admin, { id }))).toBe('not_found')
    expect(
      await refusedWith(setStaffRole(product.admin, { id: product.a.owner.userId, role: 'admin' })),
    ).toBe('not_found')
  })
})

describe('the platform keeps an admin', () => {
  const admins = async () =>
    (await listStaff(product.admin, { limit: 100 })).items.filter((s) => s.role === 'admin')
  it('two admins who remove each other at once: exactly one stays', async () => {
    for (const { id } of await admins())
      if (id !== product.admin.userId) await removeStaff(product.admin, { id })
    expect(await refusedWith(removeStaff(product.admin, { id: product.admin.userId }))).toBe('last_admin')
    let one = product.admin
    for (let round = 0; round < 6; round++) {
      const other = await join('admin')
      const ends = await Promise.allSettled([
        removeStaff(one, { id: other.userId }),
        setStaffRole(other, { id: one.userId, role: 'support' }),
      ])
      expect(ends.filter((e) => e.status === 'fulfilled')).toHaveLength(1)
      const [left, ...more] = await admins()
      expect(more).toEqual([])
      one = mint.staff('admin', { userId: left!.id, email: left!.email, name: left!.name })
    }
  })
})
