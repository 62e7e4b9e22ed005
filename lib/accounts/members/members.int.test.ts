import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listActivity } from '@/lib/audit/list-activity'
import { ensurePerson } from '@/lib/accounts/platform'
import { mint } from '@/lib/kernel/mint'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { listMembers } from './list-members'
import { removeMember } from './remove-member'
import { setMemberRole } from './set-member-role'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const join = async ({ tenant }: Customer, role: 'owner' | 'member') => {
  const email = `${randomUUID()}@people.dev`
  const { id } = await ensurePerson({ email, name: 'One More', memberOf: { tenantId: tenant.id, role } })
  return mint.member(role, tenant, { userId: id, email, name: 'One More' })
}
const roles = async ({ owner }: Customer) =>
  (await listMembers(owner, { limit: 100 })).items.map((m) => m.role).toSorted()

describe('the people of an organisation', () => {
  it('are listed page by page, newest first, to its people only', async () => {
    const who = await product.newCustomer('listed')
    for (let n = 0; n < 3; n++) await join(who, 'member')
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Awaited<ReturnType<typeof listMembers>> = await listMembers(who.member, {
        limit: 2,
        ...(cursor && { cursor }),
      })
      seen.push(...page.items.map((m) => m.id))
      cursor = page.nextCursor
    }
    expect(seen).toHaveLength(5)
    expect(new Set(seen).size).toBe(5)
    expect(seen.slice(-2)).toEqual([who.member.userId, who.owner.userId])
    const { items } = await listMembers(product.b.owner, { limit: 100 })
    expect(items.map((m) => m.id)).not.toContain(who.owner.userId)
  })

  it('an owner changes a role and removes somebody; each is in the trail', async () => {
    const who = await product.newCustomer('changing')
    const id = who.member.userId
    expect(await setMemberRole(who.owner, { id, role: 'owner' })).toMatchObject({ id, role: 'owner' })
    expect(await setMemberRole(who.owner, { id, role: 'member' })).toMatchObject({ role: 'member' })
    expect(await setMemberRole(who.owner, { id, role: 'member' })).toMatchObject({ role: 'member' })
    expect(await removeMember(who.owner, { id })).toEqual({ id })
    expect(await roles(who)).toEqual(['owner'])
    const { items } = await listActivity(who.owner, {})
    expect(items.map((e) => e.action)).toEqual([
      'member.removed',
      'member.role_changed',
      'member.role_changed',
    ])
  })

  it('a member changes nobody, a neighbour is not found; their own owner may', async () => {
    const { a, b } = product
    for (const id of [b.member.userId, randomUUID(), 'rubbish', '']) {
      expect(await refusedWith(setMemberRole(a.owner, { id, role: 'owner' }))).toBe('not_found')
      expect(await refusedWith(removeMember(a.owner, { id }))).toBe('not_found')
    }
    const id = b.member.userId
    expect(await refusedWith(setMemberRole(b.member, { id, role: 'owner' }))).toBe('forbidden')
    expect(await refusedWith(removeMember(b.member, { id }))).toBe('forbidden')
    expect(await setMemberRole(b.owner, { id, role: 'owner' })).toMatchObject({ role: 'owner' })
  })
})

describe('an organisation keeps an owner', () => {
  it('the last one neither leaves nor steps down; with another one they may', async () => {
    const who = await product.newCustomer('keeping')
    const id = who.owner.userId
    expect(await refusedWith(removeMember(who.owner, { id }))).toBe('last_owner')
    expect(await refusedWith(setMemberRole(who.owner, { id, role: 'member' }))).toBe('last_owner')
    await join(who, 'owner')
    expect(await setMemberRole(who.owner, { id, role: 'member' })).toMatchObject({ role: 'member' })
    expect(await roles(who)).toEqual(['member', 'member', 'owner'])
  })

  it('two owners who remove each other at once: exactly one stays', async () => {
    const who = await product.newCustomer('duel')
    for (let round = 0; round < 8; round++) {
      const { items } = await listMembers(who.owner, {})
      const first = items.find((m) => m.role === 'owner')!
      const one = mint.member('owner', who.tenant, { userId: first.id, email: first.email, name: 'One' })
      const other = await join(who, 'owner')
      const ends = await Promise.allSettled([
        removeMember(one, { id: other.userId }),
        round % 2 ? removeMember(other, { id: one.userId }) : removeMember(one, { id: one.userId }),
        setMemberRole(other, { id: one.userId, role: 'member' }),
      ])
      expect(ends.some((e) => e.status === 'rejected')).toBe(true)
      expect((await roles(who)).filter((r) => r === 'owner')).toHaveLength(1)
    }
  })
})
