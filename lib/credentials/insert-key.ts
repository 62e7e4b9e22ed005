import { recordAct, type Actor } from '@/lib/audit/record-act'
import { after, DAY } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { AppError } from '@/lib/kernel/errors'
import type { NewKey } from './input'
import { nounOf, toViews, withSecrets, type Holder } from './key'
import { newSecret } from './new-secret'
import { checkScopes } from './scopes'
import type { KeyWithSecret } from './view'

// More than anybody keeps an overview of; it bounds what a stolen session can scatter.
const MOST_KEYS = 50

/** What it may touch and nothing else; null and left out is all. */
interface Bound {
  domainId?: string | null | undefined
  inboxId?: string | null | undefined
}

/** Makes a key and its first secret, which is in the answer and nowhere else. */
export async function insertKey(
  tx: Tx,
  caller: Actor & { name: string },
  holder: Holder,
  { name, scopes, expiresInDays, domainId, inboxId }: NewKey & Bound,
): Promise<KeyWithSecret> {
  checkScopes(scopes, holder.isPlatform)
  const now = await refuseTooMany(tx, holder)
  const { secret, kept } = newSecret(holder.isPlatform)
  const { tenantId } = holder
  const row = await tx.apiKey.create({
    data: {
      ...holder,
      ...{ name, scopes, domainId: domainId ?? null, inboxId: inboxId ?? null, createdBy: caller.name },
      expiresAt: expiresInDays ? after(now, expiresInDays * DAY) : null,
      secrets: { create: kept },
    },
    include: withSecrets,
  })
  await recordAct(tx, caller, {
    tenantId,
    action: `${nounOf(holder)}.created`,
    subject: { type: nounOf(holder), id: row.id, label: name },
    after: { name, scopes, domainId: row.domainId, inboxId: row.inboxId, expiresAt: row.expiresAt },
  })
  const [view] = await toViews(tx, [row], now)
  return { ...view!, secret }
}

/** One after the other for a holder: the count is exact also for requests at the same time. */
async function refuseTooMany(tx: Tx, { tenantId, isPlatform }: Holder): Promise<Date> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`keys:${tenantId}:${isPlatform}`}, 0))::text`
  const now = await databaseTime(tx)
  const live = await tx.apiKey.count({
    where: { tenantId, isPlatform, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
  })
  if (live >= MOST_KEYS) throw new AppError('key_limit')
  return now
}
