import { afterAll, beforeAll, expect, it } from 'vitest'
import { DAY } from '@/lib/kernel/clock'
import { disconnect } from '@/lib/kernel/db/client'
import { hashSecret, randomToken } from '@/lib/kernel/ids'
import { testDatabase, type TestDatabase } from '@/lib/local/testing/database'
import { ensureTenant } from '@/lib/tenants/platform'
import { escapeIdentifier, withClient } from '@/prisma/sql'
import { authAdapter } from './auth-adapter'
import { endSession, ensurePerson, isMemberBySession, openSession, personById } from './platform'

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
  await database.drop()
})

const soon = () => new Date(Date.now() + DAY)

/** Every cell of every table that has the text: what somebody who stole a dump could search. */
const inDump = (text: string) =>
  withClient(database.superUrl, async (c) => {
    const { rows } = await c.query<{ schema: string; name: string }>(
      `select table_schema as schema, table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const found: string[] = []
    for (const { schema, name } of rows) {
      const table = `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`
      const { rowCount } = await c.query(`select from ${table} t where t::text like '%' || $1 || '%'`, [text])
      if (rowCount) found.push(name)
    }
    return found
  })

it('a session is kept as a hash: its token is nowhere in the database', async () => {
  const token = await openSession(userId, soon())
  expect(await inDump(hashSecret(token))).toEqual(['Session'])
  expect(await inDump(token)).toEqual([])
})

it('the token opens it, for the tenants of its person; its hash does not, nor another token', async () => {
  const token = await openSession(userId, soon())
  expect(await isMemberBySession(token, tenantId)).toBe(true)
  expect(await isMemberBySession(token, userId)).toBe(false)
  expect(await isMemberBySession(hashSecret(token), tenantId)).toBe(false)
  expect(await isMemberBySession(randomToken(), tenantId)).toBe(false)
  expect(await authAdapter().getSessionAndUser?.(token)).toMatchObject({ user: { id: userId } })
  expect(await personById(userId)).toMatchObject({
    email: 'ada@mnexa.ai',
    memberships: [{ role: 'owner', tenant: { slug: 'mnexa' } }],
  })
})

it('an ended or expired session opens nothing', async () => {
  const [ended, expired] = await Promise.all([
    openSession(userId, soon()),
    openSession(userId, new Date(Date.now() - 1)),
  ])
  await endSession(ended)
  expect(await isMemberBySession(ended, tenantId)).toBe(false)
  expect(await isMemberBySession(expired, tenantId)).toBe(false)
})

it("next-auth's adapter goes round with the token while the database has its hash", async () => {
  const adapter = authAdapter() as Required<ReturnType<typeof authAdapter>>
  const sessionToken = randomToken()
  const made = await adapter.createSession({ sessionToken, userId, expires: soon() })
  expect(made).toMatchObject({ sessionToken, userId })
  expect(await inDump(sessionToken)).toEqual([])
  expect(await inDump(hashSecret(sessionToken))).toEqual(['Session'])

  expect(await adapter.getSessionAndUser(sessionToken)).toMatchObject({
    session: { sessionToken },
    user: { id: userId, email: 'ada@mnexa.ai' },
  })
  expect(await adapter.getSessionAndUser(hashSecret(sessionToken))).toBeNull()

  const expires = new Date(Date.now() + 2 * DAY)
  expect(await adapter.updateSession({ sessionToken, expires })).toMatchObject({ sessionToken, expires })
  expect(await inDump(sessionToken)).toEqual([])
  expect((await adapter.getSessionAndUser(sessionToken))?.session.expires).toEqual(expires)

  await Promise.all([adapter.deleteSession(sessionToken), adapter.deleteSession(sessionToken)])
  expect(await adapter.getSessionAndUser(sessionToken)).toBeNull()
})

it('the adapter reads and changes people as the platform, and nothing else of theirs', async () => {
  const adapter = authAdapter() as Required<ReturnType<typeof authAdapter>>
  expect(await adapter.getUserByEmail('ada@mnexa.ai')).toMatchObject({ id: userId })
  expect(await adapter.getUser(userId)).toMatchObject({ email: 'ada@mnexa.ai' })
  expect(await adapter.updateUser({ id: userId, name: 'Ada W.' })).toMatchObject({ name: 'Ada W.' })
})
