import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '@/lib/local/testing/database'
import { ensureTenant } from '@/lib/tenants/platform'
import { withClient } from '@/prisma/sql'
import { disconnect } from './db/client'
import { closePool } from './db/pool'
import { decrypt, derivedKey, encrypt } from './vault'

let database: TestDatabase
let a: string
let b: string
const keysOf = (tenantId: string) =>
  withClient(
    database.superUrl,
    async (c) =>
      (await c.query<{ wrapped: Buffer }>('select wrapped from "DataKey" where "tenantId" = $1', [tenantId]))
        .rows,
  )

beforeAll(async () => {
  database = await testDatabase()
  a = (await ensureTenant({ slug: 'mnexa', name: 'Mnexa', kind: 'customer' })).id
  b = (await ensureTenant({ slug: 'harbor', name: 'Harbor', kind: 'customer' })).id
})
afterAll(async () => {
  await disconnect()
  await closePool()
  await database.drop()
})

it('what was encrypted for a tenant and a purpose opens there, however long it is', async () => {
  for (const text of ['', 'ada@mnexa.ai', '✉️ '.repeat(50_000)])
    expect(await decrypt(a, 'audit 1', await encrypt(a, 'audit 1', text))).toBe(text)
})

it('it opens for no other tenant, no other purpose, and not after a change of a single bit', async () => {
  const sealed = await encrypt(a, 'audit 1', 'ada@mnexa.ai')
  await encrypt(b, 'audit 1', 'noor@harbor.example')
  await expect(decrypt(b, 'audit 1', sealed)).rejects.toThrow()
  await expect(decrypt(a, 'audit 2', sealed)).rejects.toThrow()
  for (let at = 4; at < sealed.length; at++) {
    const changed = Uint8Array.from(sealed)
    changed[at]! ^= 1
    await expect(decrypt(a, 'audit 1', changed)).rejects.toThrow()
  }
  const ofNoKey = Uint8Array.from(sealed)
  ofNoKey[3] = 9
  await expect(decrypt(a, 'audit 1', ofNoKey)).rejects.toThrow(/not there/)
  expect(await decrypt(a, 'audit 1', sealed)).toBe('ada@mnexa.ai')
})

it('the same text is never the same ciphertext twice', async () => {
  const [one, two] = await Promise.all([encrypt(a, 'x', 'same'), encrypt(a, 'x', 'same')])
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false)
})

it('many first uses at once make one data key, which the database has wrapped only', async () => {
  const { id } = await ensureTenant({ slug: 'fresh', name: 'Fresh', kind: 'customer' })
  const sealed = await Promise.all(Array.from({ length: 20 }, (_, n) => encrypt(id, `p${n}`, `text ${n}`)))
  expect(await Promise.all(sealed.map((s, n) => decrypt(id, `p${n}`, s)))).toEqual(
    sealed.map((_, n) => `text ${n}`),
  )
  const rows = await keysOf(id)
  expect(rows).toHaveLength(1)
  // nonce, tag and 32 bytes
  expect(rows[0]!.wrapped).toHaveLength(12 + 16 + 32)
})

it('each use of the master key has a key of its own', () => {
  expect(derivedKey('a')).toHaveLength(32)
  expect(derivedKey('a').equals(derivedKey('a'))).toBe(true)
  expect(derivedKey('a').equals(derivedKey('b'))).toBe(false)
})
