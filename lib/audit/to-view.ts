import type { Tx } from '@/lib/kernel/db/client'
import { actWords } from './act-words'
import type { AuditRow } from './event'
import type { AuditEventView, TrailView } from './view'
import type { walkChain } from './sealing/walk-chain'

export const toView = (row: AuditRow, reasons: Map<string, string>): AuditEventView => ({
  id: row.id,
  actor: row.actorLabel,
  actorKind: row.actorKind,
  door: row.door,
  credentialKind: row.credentialKind,
  reason: reasons.get(row.credentialId ?? '') ?? null,
  action: row.action,
  subject: row.subject,
  result: row.result,
  text: actWords(row.action, row.actorLabel, row.subject),
  at: row.at.toISOString(),
})

/** Why staff was inside, by the access they came with. */
export async function reasonsOf(tx: Tx, rows: AuditRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap((r) => (r.credentialKind === 'access' && r.credentialId) || [])
  if (ids.length === 0) return new Map()
  const found = await tx.supportAccess.findMany({
    where: { tenantId: { in: rows.map((r) => r.tenantId) }, id: { in: [...new Set(ids)] } },
    select: { id: true, reason: true },
  })
  return new Map(found.map(({ id, reason }) => [id, reason]))
}

export const toTrail = (tenant: string, walked: Awaited<ReturnType<typeof walkChain>>): TrailView => {
  const { firstFault: fault } = walked
  return {
    ...{ tenant, ok: walked.ok, seals: walked.seals, events: walked.events, unsealed: walked.unsealed },
    oldestUnsealedAt: walked.oldestUnsealedAt?.toISOString() ?? null,
    head: walked.head,
    sealedAt: walked.sealedAt?.toISOString() ?? null,
    firstFault: fault && { ...fault, at: fault.at?.toISOString() ?? null },
  }
}
