import { after, DAY, MINUTE } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { asPlatform } from '@/lib/kernel/platform'

// More than these are a finding by themselves; the rest is in the audit trail.
const SHOWN = 20

/** What tells how the installation is, across all tenants: for admins, and for the platform's own monitoring. */
export function readHealth() {
  return asPlatform(async (tx) => {
    const time = await databaseTime(tx)
    const since = after(time, -DAY)
    return {
      database: { version: await versionOf(tx), time },
      attempts: await attemptsSince(tx, since),
      trail: await unsealedOf(tx),
      queues: await queuesOf(tx),
      mails: await mailsOf(tx, since),
      incoming: await incomingOf(tx, after(time, -MINUTE)),
      counters: { corrected: await correctedSince(tx, after(time, -7 * DAY)) },
    }
  })
}

async function versionOf(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ version: string }[]>`select current_setting('server_version') as version`
  return row?.version ?? ''
}

async function attemptsSince(tx: Tx, since: Date) {
  const where = { at: { gte: since } }
  const newest = await tx.crossTenantAttempt.findMany({
    where,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: SHOWN,
  })
  const tenants = await tx.tenant.findMany({
    where: {
      id: { in: newest.flatMap((a) => [a.targetTenantId, ...(a.fromTenantId ? [a.fromTenantId] : [])]) },
    },
    select: { id: true, slug: true },
  })
  const slugs = new Map(tenants.map(({ id, slug }) => [id, slug]))
  return {
    count: await tx.crossTenantAttempt.count({ where }),
    newest: newest.map((attempt) => ({
      ...attempt,
      actor: attempt.actorLabel,
      from: attempt.fromTenantId && (slugs.get(attempt.fromTenantId) ?? attempt.fromTenantId),
      target: slugs.get(attempt.targetTenantId) ?? attempt.targetTenantId,
    })),
  }
}

async function unsealedOf(tx: Tx) {
  const [row] = await tx.$queryRaw<{ events: number; oldest: Date | null }[]>`
    select coalesce(sum(open.events), 0)::int as events, min(open.oldest) as oldest from "Tenant" t
      left join lateral (select "toTx" from "AuditSeal" where "tenantId" = t.id order by seq desc limit 1) s on true
      cross join lateral (select count(*) as events, min(at) as oldest from "AuditEvent" e
                           where e."tenantId" = t.id and e.tx >= coalesce(s."toTx", 0)) open`
  return { unsealed: row?.events ?? 0, oldestUnsealedAt: row?.oldest ?? null }
}

const queuesOf = (tx: Tx) =>
  tx.$queryRaw<{ name: string; waiting: number; active: number; failed: number; oldest: Date | null }[]>`
    select q.name, count(j.id) filter (where j.state in ('created', 'retry'))::int as waiting,
           count(j.id) filter (where j.state = 'active')::int as active,
           count(j.id) filter (where j.state = 'failed')::int as failed,
           min(j.start_after) filter (where j.state in ('created', 'retry')) as oldest
      from pgboss.queue q left join pgboss.job j on j.name = q.name and j.state <> 'completed'
     where q.name not like '\\_\\_%' group by q.name order by q.name`

const correctedSince = (tx: Tx, since: Date) =>
  tx.auditEvent.count({
    where: { tenant: { kind: 'platform' }, action: 'usage.corrected', at: { gte: since } },
  })

const mailsOf = async (tx: Tx, since: Date) => ({
  waiting: await tx.systemMail.count({ where: { state: { in: ['waiting', 'claimed'] } } }),
  failed: await tx.systemMail.count({
    where: { state: { in: ['refused', 'unconfirmed', 'expired'] }, createdAt: { gte: since } },
  }),
})

async function incomingOf(tx: Tx, before: Date) {
  const oldest = await tx.objectRemoval.findFirst({
    orderBy: { createdAt: 'asc' },
    select: { createdAt: true },
  })
  return {
    stray: await tx.strayMail.count(),
    unprocessed: await tx.inboundNotification.count({
      where: { processedAt: null, receivedAt: { lt: before } },
    }),
    removals: await tx.objectRemoval.count(),
    oldestRemovalAt: oldest?.createdAt ?? null,
  }
}
