import { afterAll, beforeAll, expect, it } from 'vitest'
import { DAY } from '@/lib/kernel/clock'
import { disconnect } from '@/lib/kernel/db/client'
import { mint } from '@/lib/kernel/mint'
import { closePool } from '@/lib/kernel/db/pool'
import { hashSecret, randomToken } from '@/lib/kernel/ids'
import { tablesWith } from '@/lib/local/testing/dump'
import { testDatabase, type TestDatabase } from '@/lib/local/testing/database'
import { ensureTenant } from '@/lib/tenants/platform'
import { authAdapter } from './auth-adapter'
import { endSessionByToken, ensurePerson, mayStay, personBySession } from './platform'
import { openSession } from '@/lib/accounts/testing/open-session'

let database: TestDatabase
let userId: string
let tenantId: string
beforeAll(async () => {
  database = await testDatabase()
  const tenant = await ensureTenant({ slug: 'mnexa', name: 'Mnexa', kind: 'customer' })
  tenantId = tenant.id
  userId = (
    await ensurePerson({
      email: 'ada@mnexa.ai',
      name: 'Ada',
      memberOf: { tenantId: tenant.id, role: 'owner' },
    })
  ).id
})
afterAll(async () => {
  await disconnect()
  await closePool()
  await database.drop()
})

const adapter = () =>
  authAdapter({
    ...{ label: 'a test', address: '192.0.2.1', sessionId: null },
    become: (who) => mint.person(who),
  }) as Required<ReturnType<typeof authAdapter>>

const soon = () => new Date(Date.now() + DAY)

it('a session is kept as a hash: its token is nowhere in the database', async () => {
  const token = await openSession(userId, soon())
  expect(await tablesWith(database, hashSecret(token))).toEqual(['Session'])
  expect(await tablesWith(database, token)).toEqual([])
})

it('the token opens it, for the tenants of its person; its hash does not, nor another token', async () => {
  const token = await openSession(userId, soon())
  expect(await mayStay(token, tenantId)).toBe(true)
  expect(await mayStay(token, userId)).toBe(false)
  expect(await mayStay(hashSecret(token), tenantId)).toBe(false)
  expect(await mayStay(randomToken(), tenantId)).toBe(false)
  expect(await adapter().getSessionAndUser(token)).toMatchObject({ user: { id: userId } })
  expect(await personBySession(token)).toMatchObject({
    user: { email: 'ada@mnexa.ai', memberships: [{ role: 'owner', tenant: { slug: 'mnexa' } }] },
  })
  expect(await personBySession(hashSecret(token))).toBeNull()
})

it('an ended or expired session opens nothing', async () => {
  const [ended, expired] = await Promise.all([
    openSession(userId, soon()),
    openSession(userId, new Date(Date.now() - 1)),
  ])
  await endSessionByToken(ended)
  expect(await mayStay(ended, tenantId)).toBe(false)
  expect(await mayStay(expired, tenantId)).toBe(false)
})

it("next-auth's adapter goes round with the token while the database has its hash", async () => {
  const { createSession, getSessionAndUser, updateSession, deleteSession } = adapter()
  const sessionToken = randomToken()
  const made = await createSession({ sessionToken, userId, expires: soon() })
  expect(made).toMatchObject({ sessionToken, userId })
  expect(await tablesWith(database, sessionToken)).toEqual([])
  expect(await tablesWith(database, hashSecret(sessionToken))).toEqual(['Session'])

  expect(await getSessionAndUser(sessionToken)).toMatchObject({
    session: { sessionToken },
    user: { id: userId, email: 'ada@mnexa.ai' },
  })
  expect(await getSessionAndUser(hashSecret(sessionToken))).toBeNull()

  const expires = new Date(Date.now() + 2 * DAY)
  expect(await updateSession({ sessionToken, expires })).toMatchObject({ sessionToken, expires })
  expect(await tablesWith(database, sessionToken)).toEqual([])
  expect((await getSessionAndUser(sessionToken))?.session.expires).toEqual(expires)

  await Promise.all([deleteSession(sessionToken), deleteSession(sessionToken)])
  expect(await getSessionAndUser(sessionToken)).toBeNull()
})

it('the adapter reads and changes people as the platform, and nothing else of theirs', async () => {
  const { getUserByEmail, getUser, updateUser, createUser } = adapter()
  expect(await getUserByEmail('ada@mnexa.ai')).toMatchObject({ id: userId })
  expect(await getUser(userId)).toMatchObject({ email: 'ada@mnexa.ai' })
  expect(await updateUser({ id: userId, name: 'Ada W.' })).toMatchObject({ name: 'Ada W.' })
  const make = createUser as (user: object) => Promise<unknown>
  await expect(make({ email: 'new@mnexa.ai' })).rejects.toThrow('by invitation')
})
