import { domainToUnicode } from 'node:url'
import { after } from '@/lib/kernel/clock'
import { trialAddress } from '@/lib/tenants/trial-domain'
import type { DomainRow } from './domain'
import { axes, GRACE } from './domain-state'
import { eventText } from './event-words'
import { expectedRecords } from './expected-records'
import { explain } from './explain'
import { confirmedOf, knownOf } from './known'
import { notice } from './notice'
import { detectProvider } from './provider'
import { awaitsProof, mailFromDomain, type ExpectedRecord } from './records'
import { reasonWords, senderIdentity } from './sender-identity'
import type { DomainEventView, DomainSummary, DomainView, RecordView, SenderView } from './view'
import { guessZone, relativeTo } from './zone'

const iso = (at: Date | null) => at?.toISOString() ?? null

export function toSummary(row: DomainRow): DomainSummary {
  const expected = expectedRecords(row)
  const found = (capability: RecordView['capability']) => {
    const keys = expected.filter((e) => e.capability === capability).map((e) => e.key)
    return row.records.filter((r) => keys.some((k) => k === r.key) && r.verdict === 'found').length
  }
  return {
    id: row.id,
    name: row.name,
    unicodeName: domainToUnicode(row.name),
    state: row.state,
    stateSince: row.stateSince.toISOString(),
    receiving: row.receiving,
    // Five, also while the signing keys are still on their way; six when ownership has to be shown.
    send: { found: found('send'), total: 5 + Number(awaitsProof(row)) },
    receive: { found: found('receive'), total: 1 },
    createdAt: row.createdAt.toISOString(),
    checkedAt: iso(row.checkedAt),
  }
}

export interface EventRow {
  id: string
  kind: string
  detail: unknown
  at: Date
}

export function toView(
  row: DomainRow,
  events: EventRow[],
  sharedPath: SharedPath | null,
  now: Date,
): DomainView {
  const zone = row.zone ?? guessZone(row.name)
  return {
    ...toSummary(row),
    zone,
    records: expectedRecords(row).map((e) => recordOf(e, zone, row)),
    ownershipNeeded: awaitsProof(row),
    provider: detectProvider(row.nameServers),
    displacedMx: row.displacedMx,
    notice: notice(row),
    sender: senderOf(row, sharedPath),
    nextCheckAt: row.nextCheckAt.toISOString(),
    deadlineAt: row.deadlineAt.toISOString(),
    graceUntil: row.lostSince ? after(row.lostSince, GRACE).toISOString() : null,
    readyAt: iso(row.readyAt),
    timeline: events.map(eventOf),
    now: now.toISOString(),
  }
}

function recordOf(expected: ExpectedRecord, zone: string, row: DomainRow): RecordView {
  const seen = row.records.find((r) => r.key === expected.key)
  const diagnosis = (seen?.diagnosis ?? null) as RecordView['diagnosis']
  return {
    ...expected,
    relativeHost: relativeTo(zone, expected.host),
    verdict: seen?.verdict ?? 'missing',
    diagnosis,
    observed: seen?.observed ?? [],
    explanation: explain(expected, diagnosis, seen?.observed ?? []),
    checkedAt: iso(seen?.checkedAt ?? null),
    changedAt: iso(seen?.changedAt ?? null),
  }
}

/** The platform's own domain, by which mail leaves while a customer's is not ready. */
export interface SharedPath {
  domain: string
  mailFrom: string
  incarnation: string
}

/** How mail of this domain leaves now. */
export function senderOf(row: DomainRow, sharedPath: SharedPath | null): SenderView {
  const usable = sharedPath !== null && row.stream.sharedPathOf === sharedPath.incarnation
  const { identity, reason } = senderIdentity({
    state: row.state,
    dns: axes(knownOf(row.records)),
    confirmed: confirmedOf(row),
    everReady: row.readyAt !== null,
    sharedPath: usable,
  })
  const own = `${row.tenant.localPart}@${row.name}`
  const ways: Record<typeof identity, Omit<SenderView, 'identity' | 'reason'>> = {
    own: { from: own, signedBy: row.name, mailedBy: mailFromDomain(row) },
    own_dkim_only: { from: own, signedBy: row.name, mailedBy: null },
    own_spf_only: { from: own, signedBy: null, mailedBy: mailFromDomain(row) },
    shared: {
      from: trialAddress(row.tenant, sharedPath?.domain),
      signedBy: sharedPath?.domain ?? null,
      mailedBy: sharedPath?.mailFrom ?? null,
    },
    blocked: { from: null, signedBy: null, mailedBy: null },
  }
  return { identity, reason: reasonWords[reason], ...ways[identity] }
}

function eventOf(event: EventRow): DomainEventView {
  const detail = (event.detail ?? {}) as Record<string, unknown>
  return { id: event.id, kind: event.kind, ...eventText(event.kind, detail), at: event.at.toISOString() }
}
