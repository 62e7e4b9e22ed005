import type { Caller } from '@/lib/kernel/caller'
import type { Tx } from '@/lib/kernel/db/client'
import { encrypt } from '@/lib/kernel/vault'

export type Actor = Exclude<Caller, { kind: 'nobody' }>

export interface Act {
  tenantId: string
  /** past tense of the operation: `domain.added` */
  action: string
  subject: { type: string; id: string | null; label: string }
  before?: object
  after?: object
  /** `refused` for what somebody tried and was not let do */
  result?: 'done' | 'refused'
}

/**
 * Writes an act into the audit trail, in the transaction of the act itself. What was so before and after may hold
 * personal data: it is encrypted with the tenant's data key.
 */
export async function recordAct(tx: Tx, caller: Actor, act: Act): Promise<void> {
  const { before, after } = act
  const change =
    before || after
      ? await encrypt(act.tenantId, changeOf(caller.requestId), JSON.stringify({ before, after }))
      : null
  await tx.auditEvent.create({
    data: {
      tenantId: act.tenantId,
      actorKind: caller.kind === 'visitor' ? caller.role : caller.kind,
      actorId: actorIdOf(caller),
      actorLabel: actorLabelOf(caller),
      door: caller.door,
      credentialKind: caller.credential?.kind ?? null,
      credentialId: caller.credential?.id ?? null,
      address: caller.address,
      action: act.action,
      subjectType: act.subject.type,
      subjectId: act.subject.id,
      subject: act.subject.label,
      result: act.result ?? 'done',
      change,
      requestId: caller.requestId,
    },
    select: { id: true },
  })
}

/** An agent is known by its grant, and by what it calls its session. */
export function actorLabelOf(caller: Actor): string {
  if (caller.kind === 'grant') return `Grant “${caller.grantName}”, session ${caller.agentSession}`
  return 'name' in caller ? caller.name : 'Letterhead'
}

export const actorIdOf = (caller: Actor): string | null =>
  'userId' in caller
    ? caller.userId
    : 'keyId' in caller
      ? caller.keyId
      : 'grantId' in caller
        ? caller.grantId
        : null

/** The purpose that a change is encrypted for: it opens for an event of its own request only. */
export const changeOf = (requestId: string): string => `audit ${requestId}`
