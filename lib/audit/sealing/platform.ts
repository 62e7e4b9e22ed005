import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { log } from '@/lib/kernel/log'
import { asPlatform } from '@/lib/kernel/platform'
import { openLink, type Link } from './chain'
import { eventsIn, within } from './events'
import { sealKey } from './seal-key'

// What one transaction of the sealer holds on to, and what one tenant may take of a round.
const MOST_EVENTS = 5_000
const MOST_SEALS = 20

/**
 * Seals what happened, tenant by tenant: a link over events whose transactions are all over, so that nothing can arrive
 * behind it. Across tenants, as the platform role, because nobody else may write a seal. Answers how many were written.
 */
export async function sealTrails(mostEvents = MOST_EVENTS): Promise<number> {
  let written = 0
  for (const tenantId of await unsealed())
    try {
      for (let i = 0; i < MOST_SEALS && (await sealNext(tenantId, mostEvents)); i++) written += 1
    } catch (error) {
      // One tenant's trouble is not the others'; the next round tries again.
      log().error({ err: error, tenantId }, 'a trail was not sealed')
    }
  return written
}

async function unsealed(): Promise<string[]> {
  const rows = await asPlatform(
    (tx) => tx.$queryRaw<{ id: string }[]>`
      select t.id from "Tenant" t
        left join lateral (select "toTx" from "AuditSeal" where "tenantId" = t.id order by seq desc limit 1) s on true
       where exists (select 1 from "AuditEvent" e where e."tenantId" = t.id and e.tx >= coalesce(s."toTx", 0)
                        and e.tx < audit_epoch() + pg_snapshot_xmin(pg_current_snapshot())::text::bigint)`,
  )
  return rows.map(({ id }) => id)
}

/** Writes the next link of a tenant's chain; false when there is none to write, or another worker is at it. */
function sealNext(tenantId: string, mostEvents: number): Promise<boolean> {
  return asPlatform(async (tx) => {
    const lock = `audit seal ${tenantId}`
    const [mine] = await tx.$queryRaw<{ mine: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtextextended(${lock}, 0)) as mine`
    if (!mine?.mine) return false
    const last = await tx.auditSeal.findFirst({ where: { tenantId }, orderBy: { seq: 'desc' } })
    const fromTx = last?.toTx ?? 0n
    const toTx = await endOf(tx, tenantId, fromTx, mostEvents)
    if (toTx === null) return false
    const link: Link = {
      ...{ previous: last?.hash ?? '', tenantId, seq: (last?.seq ?? 0) + 1, fromTx, toTx },
      count: await tx.auditEvent.count({ where: within({ tenantId, fromTx, toTx }) }),
      createdAt: await databaseTime(tx),
    }
    const hash = openLink(sealKey(), link)
    for await (const event of eventsIn(tx, link)) hash.add(event)
    const { previous: _, ...row } = link
    const seal = await tx.auditSeal.create({ data: { ...row, hash: hash.close() } })
    // The log is kept elsewhere: a chain that lost its end is shown by the head that was noted here.
    log().info({ tenantId, seq: seal.seq, head: seal.hash }, 'trail sealed')
    return true
  })
}

/**
 * Where a link ends: at the oldest transaction that is still running, or before the transaction that would make it too
 * long. What one transaction wrote is never split. Null when there is nothing to seal.
 */
async function endOf(tx: Tx, tenantId: string, fromTx: bigint, most: number): Promise<bigint | null> {
  const [found] = await tx.$queryRaw<{ over: bigint; events: number; first: bigint; last: bigint }[]>`
    with over as (select audit_epoch() + pg_snapshot_xmin(pg_current_snapshot())::text::bigint as tx),
         batch as (select e.tx from "AuditEvent" e, over
                    where e."tenantId" = ${tenantId}::uuid and e.tx >= ${fromTx} and e.tx < over.tx
                    order by e.tx, e.id limit ${most + 1})
    select (select tx from over) as over, count(*)::int as events, min(tx) as first, max(tx) as last from batch`
  if (!found || found.events === 0) return null
  if (found.events <= most) return found.over
  return found.last > found.first ? found.last : found.first + 1n
}
