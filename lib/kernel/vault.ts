import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { pool } from './db/pool'
import { env } from './env'

/**
 * Secrets and personal data that must be read again: AES-256-GCM with the tenant's own data key, which is kept wrapped
 * by the master key. Tenant and purpose are authenticated, so a value moved elsewhere does not open.
 * Layout: version of the data key (4 bytes), nonce (12), tag (16), ciphertext (NIST SP 800-38D).
 */
const NONCE = 12
const TAG = 16

/** @param purpose what it is and whose row, such as `audit:<id>`: the same is needed to open it */
export async function encrypt(
  tenantId: string,
  purpose: string,
  text: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { version, key } = await dataKey(tenantId)
  const head = Buffer.alloc(4)
  head.writeUInt32BE(version)
  return new Uint8Array(Buffer.concat([head, seal(key, `${tenantId} ${purpose}`, Buffer.from(text))]))
}

/** @throws Error when the value was altered, or belongs to another tenant or purpose */
export async function decrypt(tenantId: string, purpose: string, sealed: Uint8Array): Promise<string> {
  const bytes = Buffer.from(sealed)
  const { key } = await dataKey(tenantId, bytes.readUInt32BE(0))
  return open(key, `${tenantId} ${purpose}`, bytes.subarray(4)).toString()
}

/** A key of its own for each use of the master key (RFC 5869). */
export const derivedKey = (use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(env().MASTER_KEY, 'base64'), '', `letterhead ${use}`, 32))

interface Known {
  version: number
  key: Buffer
}
const MOST_KNOWN = 10_000
const known = new Map<string, Known>()

async function dataKey(tenantId: string, version?: number): Promise<Known> {
  const name = `${tenantId} ${version ?? 'newest'}`
  const found = known.get(name) ?? (await readDataKey(tenantId, version))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(name, found)
  return found
}

/** In a transaction of its own: a key that a rolled-back act had made would be remembered here and nowhere else. */
async function readDataKey(tenantId: string, version?: number): Promise<Known> {
  const client = await pool().connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId])
    const read = async () =>
      (
        await client.query<{ version: number; wrapped: Buffer }>(
          `select version, wrapped from "DataKey" where "tenantId" = $1 and ($2::int is null or version = $2)
            order by version desc limit 1`,
          [tenantId, version ?? null],
        )
      ).rows[0]
    let row = await read()
    if (!row && version === undefined) {
      const wrapped = seal(derivedKey('data keys'), `${tenantId} 1`, randomBytes(32))
      await client.query(
        `insert into "DataKey" ("tenantId", version, wrapped) values ($1, 1, $2) on conflict do nothing`,
        [tenantId, wrapped],
      )
      row = await read()
    }
    await client.query('commit')
    if (!row) throw new Error('the data key of this version is not there')
    return {
      version: row.version,
      key: open(derivedKey('data keys'), `${tenantId} ${row.version}`, row.wrapped),
    }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

function seal(key: Buffer, context: string, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(
    Buffer.from(context),
  )
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

function open(key: Buffer, context: string, sealed: Buffer): Buffer {
  const nonce = sealed.subarray(0, NONCE)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()])
}
