import { recordAct, type Actor } from '@/lib/audit/record-act'
import { HOUR } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { AppError } from '@/lib/kernel/errors'
import { findKeyIn, holdKeyIn, nounOf, toViews, type Holder, type KeyRow } from './key'
import { endOfOld, isValid, keyState, mayRotate } from './key-state'
import { newSecret } from './new-secret'
import type { KeyView, KeyWithSecret } from './view'

/** What can be done to a key, of a tenant's or of the platform's, within a transaction that sees it. */

export async function revoke(tx: Tx, caller: Actor, holder: Holder, id: string): Promise<KeyView> {
  const row = await holdKeyIn(tx, holder, id)
  if (!row.revokedAt) {
    await tx.apiKey.updateMany({ where: { id, ...holder }, data: { revokedAt: await databaseTime(tx) } })
    await dropTokens(tx, holder, id)
    await record(tx, caller, holder, row, 'revoked', { before: { name: row.name, scopes: row.scopes } })
  }
  return read(tx, holder, id)
}

/** Those that it minted open nothing from here on (`grant_by_token`); gone, they leave room for others. A platform's lie anywhere. */
const dropTokens = (tx: Tx, { tenantId, isPlatform }: Holder, keyId: string) =>
  tx.grantToken.deleteMany({ where: { keyId, ...(!isPlatform && { tenantId }) } })

/** A new secret; those before it end after `overlapHours`. */
export async function rotate(
  tx: Tx,
  caller: Actor,
  holder: Holder,
  { id, overlapHours }: { id: string; overlapHours: number },
): Promise<KeyWithSecret> {
  const row = await holdKeyIn(tx, holder, id)
  const now = await databaseTime(tx)
  if (keyState(row, now) !== 'live') throw new AppError('key_revoked')
  const overlap = overlapHours * HOUR
  const valid = row.secrets.filter((secret) => isValid(secret, now))
  if (!mayRotate(valid.length, overlap)) throw new AppError('key_rotating')
  for (const old of valid) await endAt(tx, holder, old.id, endOfOld(old, now, overlap))
  const { secret, kept } = newSecret(holder.isPlatform)
  await tx.keySecret.create({ data: { tenantId: holder.tenantId, keyId: id, ...kept } })
  await record(tx, caller, holder, row, 'rotated', { after: { overlapHours } })
  return { ...(await read(tx, holder, id)), secret }
}

/** Ends the older secret of a rotation now; where there is none, there is nothing to do. */
export async function endOld(tx: Tx, caller: Actor, holder: Holder, id: string): Promise<KeyView> {
  const row = await holdKeyIn(tx, holder, id)
  const now = await databaseTime(tx)
  const [, ...older] = row.secrets.filter((secret) => isValid(secret, now))
  for (const old of older) await endAt(tx, holder, old.id, now)
  if (older.length > 0) await record(tx, caller, holder, row, 'old_secret_ended', {})
  return read(tx, holder, id)
}

async function read(tx: Tx, holder: Holder, id: string): Promise<KeyView> {
  const [view] = await toViews(tx, [await findKeyIn(tx, holder, id)], await databaseTime(tx))
  return view!
}

const endAt = (tx: Tx, { tenantId }: Holder, id: string, expiresAt: Date) =>
  tx.keySecret.updateMany({ where: { id, tenantId }, data: { expiresAt } })

const record = (
  tx: Tx,
  caller: Actor,
  holder: Holder,
  { id, name }: KeyRow,
  verb: string,
  change: { before?: object; after?: object },
) =>
  recordAct(tx, caller, {
    tenantId: holder.tenantId,
    action: `${nounOf(holder)}.${verb}`,
    subject: { type: nounOf(holder), id, label: name },
    ...change,
  })
