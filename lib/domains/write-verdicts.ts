import type { IdentityState } from '@/lib/gateways/ses'
import type { WorkerCaller } from '@/lib/kernel/caller'
import { after } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { enqueue } from '@/lib/kernel/jobs'
import { groupTenantIn } from '@/lib/tenants/grouping/platform'
import { untilNextCheck } from './cadence'
import type { DomainRow } from './domain'
import { withRecords } from './domain'
import { domainState } from './domain-state'
import { changesIn, type RecordChange } from './changes'
import { READY } from './jobs'
import { confirmedOf, knownOf } from './known'
import type { Seen } from './look-up'
import { isProvisioned } from './next-step'
import { proveName } from './platform'
import { awaitsProof } from './records'

export interface Observation {
  seen: readonly Seen[]
  identity: IdentityState | null
  surroundings: { zone: string; hosts: string[] } | null
}

export interface Written {
  /** an open page has something new to show */
  changed: boolean
  /** the proven name brought the tenant into another workspace */
  grouped: boolean
}

/** Writes what was seen and what follows from it. */
export async function writeVerdicts(
  tx: Tx,
  caller: WorkerCaller,
  before: DomainRow,
  o: Observation,
): Promise<Written> {
  // Read again under a lock: between looking and writing, the row may have been restarted, displaced or deleted.
  await tx.$queryRaw`select 1 from "Domain" where id = ${before.id}::uuid for update`
  const row = await tx.domain.findFirst({
    where: { id: before.id, tenantId: caller.tenantId },
    include: withRecords,
  })
  if (!row || row.incarnation !== before.incarnation || row.deletingAt)
    return { changed: false, grouped: false }

  const now = await databaseTime(tx)
  const changes = changesIn(row.records, o.seen)
  for (const seen of o.seen) await writeRecord(tx, row, seen, now)
  const records = await tx.domainRecord.findMany({ where: { domainId: row.id } })

  const asked = o.identity && {
    sesVerified: o.identity.verified,
    sesDkimStatus: o.identity.dkimStatus,
    sesMailFromStatus: o.identity.mailFromStatus,
    sesCheckedAt: now,
  }
  const known = knownOf(records)
  const proves = awaitsProof(row) && known.ownership === 'found'
  const confirmed = confirmedOf({ ...row, ...asked })
  const next = domainState({
    now,
    deleting: false,
    provisioned: isProvisioned(row),
    known,
    ownershipRequired: awaitsProof(row),
    confirmed,
    readyAt: row.readyAt,
    lostSince: row.lostSince,
    deadlineAt: row.deadlineAt,
    receiving: row.receiving,
  })
  const moved = next.state !== row.state
  const attempt = moved || changes.length > 0 ? 0 : row.attempt + 1
  const watched = row.watchedUntil !== null && row.watchedUntil > now
  // Somebody asked for a look, or the set-up went on, while this one was under way: it may have seen too little.
  const askedAgain = row.nextCheckAt <= now && row.nextCheckAt.getTime() !== before.nextCheckAt.getTime()
  // Waiting for the mail network counts as waiting, too.
  const complete = next.state !== 'verifying' && o.seen.every((s) => s.finding.verdict === 'found')
  await tx.domain.update({
    where: { id: row.id },
    data: {
      ...next,
      ...(moved && { stateSince: now }),
      ...(next.state === 'ready' && !row.readyAt && { readyAt: now }),
      ...(proves && { ownershipProvenAt: now }),
      ...asked,
      ...(o.surroundings && { zone: o.surroundings.zone, nameServers: o.surroundings.hosts.slice(0, 16) }),
      displacedMx: displaced(o.seen) ?? row.displacedMx,
      checkedAt: now,
      attempt,
      nextCheckAt:
        proves || askedAgain
          ? now
          : after(now, untilNextCheck({ state: next.state, attempt, watched, complete })),
    },
  })
  if (moved && next.state === 'ready') await enqueue(tx, READY, { id: row.id, tenantId: row.tenantId })
  // The keys were shown to this claim only: DNS carrying them proves it, from the first time they are confirmed.
  const proven = confirmed.dkim && (await proveName(tx, row.id))
  // One whose ownership was shown by its TXT held the name as proven before; it counts when its keys are there, too.
  const counts = proven || (confirmed.dkim && next.state === 'ready' && !row.readyAt)
  const grouped = counts && (await groupTenantIn(tx, caller, row.tenantId, row.name))
  await tellTimeline(tx, row, changes, [
    ...(grouped ? ['grouped'] : []),
    ...(proves ? ['ownership_proven'] : []),
    ...(moved ? [next.state] : []),
    ...(next.receiving !== row.receiving ? [`receiving_${next.receiving}`] : []),
  ])
  const changed =
    moved || changes.length > 0 || next.receiving !== row.receiving || proves || row.checkedAt === null
  return { changed: changed || grouped, grouped }
}

async function writeRecord(tx: Tx, row: DomainRow, { expected, finding }: Seen, now: Date): Promise<void> {
  const old = row.records.find((r) => r.key === expected.key)
  const same =
    old &&
    old.verdict === finding.verdict &&
    old.diagnosis === finding.diagnosis &&
    String(old.observed) === String(finding.observed)
  if (same) {
    await tx.domainRecord.update({ where: { id: old.id }, data: { checkedAt: now } })
    return
  }
  const data = {
    verdict: finding.verdict,
    diagnosis: finding.diagnosis,
    observed: finding.observed,
    checkedAt: now,
    changedAt: now,
    ...(finding.verdict !== 'unknown' && { lastKnown: finding.verdict }),
  }
  await tx.domainRecord.upsert({
    where: { tenantId_domainId_key: { tenantId: row.tenantId, domainId: row.id, key: expected.key } },
    create: { tenantId: row.tenantId, domainId: row.id, key: expected.key, ...data },
    update: data,
  })
}

/** MX hosts in use at the name that are not ours; null when that could not be seen. */
function displaced(seen: readonly Seen[]): string[] | null {
  const inbound = seen.find((s) => s.expected.key === 'inbound')
  if (!inbound || inbound.answer.outcome === 'failed') return null
  const records = inbound.answer.outcome === 'found' ? inbound.answer.records : []
  const hosts = records.flatMap((r) => (r.type === 'MX' ? r.exchange : []))
  return hosts.filter((h) => h !== inbound.expected.value).slice(0, 10)
}

async function tellTimeline(tx: Tx, row: DomainRow, changes: RecordChange[], kinds: string[]): Promise<void> {
  const { tenantId, id: domainId } = row
  const groups = (['records_found', 'records_wrong', 'records_lost'] as const).flatMap((kind) => {
    const labels = changes.filter((c) => c.kind === kind).map((c) => c.label)
    return labels.length > 0 ? [{ tenantId, domainId, kind, detail: { labels } }] : []
  })
  const rest = kinds.map((kind) => ({ tenantId, domainId, kind, detail: {} }))
  if (groups.length + rest.length > 0) await tx.domainEvent.createMany({ data: [...groups, ...rest] })
}
