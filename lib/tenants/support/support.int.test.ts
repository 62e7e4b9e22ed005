import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listMembers } from '@/lib/accounts/members/list-members'
import { openSession } from '@/lib/accounts/testing/open-session'
import { removeStaff } from '@/lib/accounts/staff/remove-staff'
import { listActivity } from '@/lib/audit/list-activity'
import { addDomain } from '@/lib/domains/add-domain'
import { listDomains } from '@/lib/domains/list-domains'
import { showDomain } from '@/lib/domains/show-domain'
import { askerBySession, callerFor } from '@/lib/faces/callers'
import type { StaffCaller } from '@/lib/kernel/caller'
import { DAY } from '@/lib/kernel/clock'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { withClient } from '@/prisma/sql'
import { showTenant } from '../show-tenant'
import { endAccess } from './end-access'
import { listAccesses } from './list-accesses'
import { openAccess } from './open-access'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const reason = 'Ticket 4711: their mail bounces'
const how = { door: 'web', requestId: 'r', address: null } as const

/** What the person of a session is inside a tenant at this moment. */
async function inside(staff: StaffCaller, slug: string) {
  const token = await openSession(staff.userId, new Date(Date.now() + DAY))
  return callerFor(await askerBySession(token), 'domains.read', slug, how)
}
const acts = async ({ owner }: Customer) =>
  (await listActivity(owner, { limit: 100 })).items.filter((e) => e.actor === 'Sam Ortiz').map((e) => e.text)

describe('staff in a tenant', () => {
  it('sees nothing without an access, and with one what its people see, but changes nothing', async () => {
    const { support, a } = product
    expect(await refusedWith(inside(support, 'mnexa'))).toBe('not_found')
    const open = await openAccess(support, { tenant: 'mnexa', reason })
    expect(open).toMatchObject({ reason, tenant: { slug: 'mnexa', name: 'Mnexa, Inc.' } })
    expect(Date.parse(open.expiresAt) - Date.parse(open.openedAt)).toBeLessThanOrEqual(3_600_500)

    const { id } = await addDomain(a.owner, { name: 'looked-at.dev' })
    const visitor = await inside(support, 'mnexa')
    expect(visitor).toMatchObject({ kind: 'visitor', role: 'support', reason })
    for (let looks = 0; looks < 2; looks++) {
      expect(await listDomains(visitor, {})).toEqual(await listDomains(a.owner, {}))
      expect(await showDomain(visitor, { id })).toMatchObject({ id })
      await showTenant(visitor, {})
      await listMembers(visitor, {})
    }
    expect(await refusedWith(addDomain(visitor, { name: 'more.dev' }))).toBe('forbidden')
    expect(await acts(a)).toEqual([
      'Sam Ortiz looked at the members of Mnexa, Inc.',
      'Sam Ortiz looked at Mnexa, Inc.',
      'Sam Ortiz looked at the domain looked-at.dev',
      'Sam Ortiz looked at the domains of Mnexa, Inc.',
      `Sam Ortiz opened support access for an hour, because: ${reason}`,
    ])
    expect(await acts(product.b)).toEqual([])
    expect(await refusedWith(inside(support, 'harbor'))).toBe('not_found')
  })

  it('opening again answers the open one, also twice at once; it is listed to its person only', async () => {
    const again = () => openAccess(product.support, { tenant: 'harbor', reason })
    const [one, two] = await Promise.all([again(), again()])
    expect(two).toEqual(one)
    const ids = async (who: StaffCaller) => (await listAccesses(who, {})).items.map((a) => a.id)
    expect(await ids(product.support)).toContain(one.id)
    expect(await ids(product.admin)).toEqual([])
    expect(await refusedWith(endAccess(product.admin, { id: one.id }))).toBe('not_found')
    expect(await inside(product.support, 'harbor')).toMatchObject({ kind: 'visitor' })
    expect(await endAccess(product.support, { id: one.id })).toEqual({ id: one.id })
    expect(await endAccess(product.support, { id: one.id })).toEqual({ id: one.id })
    expect(await refusedWith(inside(product.support, 'harbor'))).toBe('not_found')
    expect((await acts(product.b))[0]).toBe('Sam Ortiz ended the support access of Sam Ortiz')
    expect(await acts(product.b)).toHaveLength(2)
  })

  it('who opens again for another reason stands there with that one: each look is under the reason it was for', async () => {
    const open = (why: string) => openAccess(product.support, { tenant: 'harbor', reason: why })
    const other = 'Ticket 4712: an invoice is missing'
    const before = (await acts(product.b)).length
    const first = await open(reason)
    await listMembers(await inside(product.support, 'harbor'), {})
    const second = await open(other)
    expect(second).toMatchObject({ reason: other })
    expect(second.id).not.toBe(first.id)
    expect((await listAccesses(product.support, {})).items.map(({ id }) => id)).not.toContain(first.id)
    const visitor = await inside(product.support, 'harbor')
    expect(visitor).toMatchObject({ reason: other })
    await listMembers(visitor, {})
    const { items } = await listActivity(product.b.owner, { limit: 100 })
    expect(
      items
        .filter(({ actor }) => actor === 'Sam Ortiz')
        .slice(0, -before || undefined)
        .map(({ text, reason: why }) => [text, why]),
    ).toEqual([
      ['Sam Ortiz looked at the members of Harbor Books', other],
      [`Sam Ortiz opened support access for an hour, because: ${other}`, null],
      ['Sam Ortiz ended the support access of Sam Ortiz', null],
      ['Sam Ortiz looked at the members of Harbor Books', reason],
      [`Sam Ortiz opened support access for an hour, because: ${reason}`, null],
    ])
    expect(await open(other)).toEqual(second)
    await endAccess(product.support, { id: second.id })
  })

  it('is out when the hour is over', async () => {
    const { id } = await openAccess(product.admin, { tenant: 'harbor', reason })
    expect(await inside(product.admin, 'harbor')).toMatchObject({ kind: 'visitor', role: 'admin' })
    await withClient(product.database.superUrl, (c) =>
      c.query(`update "SupportAccess" set "expiresAt" = now() - interval '1 second' where id = $1`, [id]),
    )
    expect(await refusedWith(inside(product.admin, 'harbor'))).toBe('not_found')
    expect((await listAccesses(product.admin, {})).items).toEqual([])
    expect((await openAccess(product.admin, { tenant: 'harbor', reason })).id).not.toBe(id)
  })

  it('does not enter the platform’s own organisation, whose trail is for admins', async () => {
    const reason = 'just having a look around'
    for (const caller of [product.support, product.admin])
      expect(await refusedWith(openAccess(caller, { tenant: 'letterhead', reason }))).toBe('not_found')
    await expect(openAccess(product.support, { tenant: 'harbor', reason })).resolves.toBeDefined()
  })

  it('states a reason, of a tenant that is there; customers open nothing', async () => {
    const open = (input: object, as: Parameters<typeof openAccess>[0] = product.support) =>
      refusedWith(openAccess(as, { tenant: 'mnexa', reason, ...input }))
    expect(await open({ reason: '  short   ' })).toBe('invalid_input')
    expect(await open({ reason: 'x'.repeat(501) })).toBe('invalid_input')
    expect(await open({ tenant: 'nowhere' })).toBe('not_found')
    expect(await open({}, product.a.owner)).toBe('forbidden')
  })

  it('taken off the staff, is out of every tenant at once', async () => {
    await openAccess(product.support, { tenant: 'harbor', reason })
    expect(await inside(product.support, 'harbor')).toMatchObject({ kind: 'visitor' })
    await removeStaff(product.admin, { id: product.support.userId })
    for (const slug of ['mnexa', 'harbor'])
      expect(await refusedWith(inside(product.support, slug))).toBe('not_found')
    const { items } = await listActivity(product.a.owner, { limit: 1 })
    expect(items[0]?.text).toBe('Ines Keller ended the support access of Sam Ortiz')
  })
})
