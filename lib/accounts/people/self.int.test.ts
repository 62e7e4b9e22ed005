import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY } from '@/lib/kernel/clock'
import { disconnect } from '@/lib/kernel/db/client'
import { closePool } from '@/lib/kernel/db/pool'
import { closeFeed, feedBegun, liveFeed, type Change } from '@/lib/kernel/live'
import { mint } from '@/lib/kernel/mint'
import { askerBySession, callerFor } from '@/lib/faces/callers'
import { testDatabase, type TestDatabase } from '@/lib/local/testing/database'
import { refusedWith } from '@/lib/local/testing/refusal'
import { ensureTenant } from '@/lib/tenants/platform'
import { endAccess } from '@/lib/tenants/support/end-access'
import { openAccess } from '@/lib/tenants/support/open-access'
import { withClient } from '@/prisma/sql'
import { disconnect as disconnectProvider } from '../connections/disconnect'
import { listConnections } from '../connections/list-connections'
import { connect } from '../connections/platform'
import { ensurePerson, mayStay } from '../platform'
import { openSession } from '@/lib/accounts/testing/open-session'
import { endAllSessions } from '../sessions/end-all-sessions'
import { endSession } from '../sessions/end-session'
import { listSessions } from '../sessions/list-sessions'
import { renameMe } from './rename-me'
import { showMe } from './show-me'
import type { PersonCaller } from '@/lib/kernel/caller'

let database: TestDatabase
let tenantId: string
const ids: Record<string, string> = {}
beforeAll(async () => {
  database = await testDatabase()
  tenantId = (await ensureTenant({ slug: 'mnexa', name: 'Mnexa', kind: 'customer' })).id
  for (const name of ['Ada', 'Noor', 'Sam'])
    ids[name] = (
      await ensurePerson({
        ...{ name, email: `${name.toLowerCase()}@mnexa.ai` },
        memberOf: { tenantId, role: 'owner' },
      })
    ).id
})
afterAll(async () => {
  await closeFeed()
  await disconnect()
  await closePool()
  await database.drop()
})

const open = (name: string) =>
  openSession(ids[name]!, new Date(Date.now() + DAY), { label: 'Firefox/1 Linux', address: '192.0.2.1' })
const as = async (token: string) =>
  callerFor(await askerBySession(token), 'sessions.self', null, {
    door: 'web',
    requestId: 'r',
    address: null,
  }) as PersonCaller
const actions = (name: string) =>
  withClient(database.superUrl, async (c) =>
    (
      await c.query<{ action: string }>('select action from "AuditEvent" where "actorId" = $1 order by id', [
        ids[name],
      ])
    ).rows.map((row) => row.action),
  )

describe('sessions', () => {
  it('are listed to their person only, the one that asks marked', async () => {
    const [first, , theirs] = [await open('Ada'), await open('Ada'), await open('Noor')]
    const { items } = await listSessions(await as(first), {})
    expect(items).toHaveLength(2)
    expect(items.map((s) => s.isCurrent)).toEqual([false, true])
    expect(items[0]).toMatchObject({ device: 'Firefox on Linux', address: '192.0.2.1', kind: 'web' })
    const others = (await listSessions(await as(theirs), {})).items.map((s) => s.id)
    expect(items.some((s) => others.includes(s.id))).toBe(false)
  })

  it('come page by page', async () => {
    const token = await open('Sam')
    await open('Sam')
    await open('Sam')
    const caller = await as(token)
    const first = await listSessions(caller, { limit: 2 })
    const second = await listSessions(caller, { limit: 2, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items]).toHaveLength(3)
    expect(second.nextCursor).toBeNull()
  })

  it('one is ended, and the very next request with it is nobody’s; the other stays', async () => {
    const [stays, goes] = [await open('Ada'), await open('Ada')]
    const caller = await as(stays)
    const going = await as(goes)
    expect(await mayStay(goes, tenantId)).toBe(true)
    await endSession(caller, { id: going.credential!.id })
    expect(await askerBySession(goes)).toEqual({ kind: 'nobody' })
    expect(await mayStay(goes, tenantId)).toBe(false)
    expect(await askerBySession(stays)).toMatchObject({ kind: 'person' })
    expect(await refusedWith(endSession(caller, { id: going.credential!.id }))).toBe('not_found')
    expect(await actions('Ada')).toContain('session.ended')
  })

  it("a stranger's session is not found, like one that never was; its person finds it", async () => {
    const [mine, theirs] = [await open('Ada'), await open('Noor')]
    const { id } = (await as(theirs)).credential!
    for (const other of [id, '00000000-0000-0000-0000-000000000000', 'rubbish', ''])
      expect(await refusedWith(endSession(await as(mine), { id: other }))).toBe('not_found')
    expect(await askerBySession(theirs)).toMatchObject({ kind: 'person' })
    await endSession(await as(theirs), { id })
    expect(await askerBySession(theirs)).toEqual({ kind: 'nobody' })
  })

  it("all are ended at once, this one as well, and nobody else's", async () => {
    const [one, other, theirs] = [await open('Ada'), await open('Ada'), await open('Noor')]
    const { items } = await listSessions(await as(one), { limit: 100 })
    expect(await endAllSessions(await as(one), {})).toEqual({ ended: items.length })
    for (const token of [one, other]) expect(await askerBySession(token)).toEqual({ kind: 'nobody' })
    expect(await askerBySession(theirs)).toMatchObject({ kind: 'person' })
  })
})

describe('ending a session', () => {
  it('is told in each tenant of its person, as member or as staff, so that open pages end at once', async () => {
    const harbor = await ensureTenant({ slug: 'harbor', name: 'Harbor', kind: 'customer' })
    await ensureTenant({ slug: 'lumen', name: 'Lumen', kind: 'customer' })
    const eve = await ensurePerson({
      ...{ name: 'Eve', email: 'eve@mnexa.ai', platformRole: 'support' },
      memberOf: { tenantId, role: 'member' },
    })
    ids.Eve = eve.id
    const support = mint.staff('support', { userId: eve.id, email: eve.email, name: 'Eve' })
    await openAccess(support, { tenant: 'harbor', reason: 'ticket number 4711' })
    await endAccess(support, await openAccess(support, { tenant: 'lumen', reason: 'ticket number 4712' }))

    const told: Change[] = []
    liveFeed().on('change', (change) => void told.push(change))
    await feedBegun()
    const [one, other] = [await open('Eve'), await open('Eve')]
    const all = [tenantId, harbor.id].sort()
    const where = () =>
      told
        .filter(({ noun, id }) => noun === 'members' && id === eve.id)
        .map((change) => change.tenantId)
        .sort()
    await endSession(await as(one), { id: (await as(other)).credential!.id })
    await expect.poll(where).toEqual(all)
    told.length = 0
    await endAllSessions(await as(one), {})
    await expect.poll(where).toEqual(all)
  })
})

describe('oneself', () => {
  it('is shown with the organisations one is in', async () => {
    expect(await showMe(await as(await open('Ada')), {})).toMatchObject({
      ...{ email: 'ada@mnexa.ai', name: 'Ada', platformRole: null },
      tenants: [{ slug: 'mnexa', name: 'Mnexa', role: 'owner' }],
    })
  })

  it('takes another name, on the record; what is no name is refused', async () => {
    const caller = await as(await open('Ada'))
    expect(await renameMe(caller, { name: '  Ada Winter ' })).toMatchObject({ name: 'Ada Winter' })
    expect(await showMe(await as(await open('Noor')), {})).toMatchObject({ name: 'Noor' })
    for (const name of ['', '   ', 'a\nb', '\u202egnp', 'a'.repeat(101)])
      expect(await refusedWith(renameMe(caller, { name })), JSON.stringify(name)).toBe('invalid_input')
    expect(await actions('Ada')).toContain('person.renamed')
  })

  it('sees and takes away only what one connected', async () => {
    const [ada, noor] = [await as(await open('Ada')), await as(await open('Noor'))]
    await connect(ada, { provider: 'google', providerAccountId: '4711' })
    expect((await listConnections(ada, {})).items).toMatchObject([{ provider: 'google' }])
    expect((await listConnections(noor, {})).items).toEqual([])
    expect(await refusedWith(disconnectProvider(noor, { provider: 'google' }))).toBe('not_found')
    await disconnectProvider(ada, { provider: 'google' })
    expect((await listConnections(ada, {})).items).toEqual([])
    expect(await actions('Ada')).toEqual(expect.arrayContaining(['person.connected', 'person.disconnected']))
  })
})
